package dev.rangefinder.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/** The parts of requests that wait for their turn: heads, and pieces and ends of bodies. Many of them stop the reading of more. */
final class WaitingParts {

    private static final int MOST = 32;

    private final Deque<Object> parts = new ArrayDeque<>();
    private boolean full;

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether the next one begins a request. */
    boolean isNextHead() {
        return parts.peek() instanceof HttpRequest;
    }

    void add(ChannelHandlerContext context, Object part) {
        parts.add(part);
        full = parts.size() >= MOST;
        if (full) {
            context.channel().config().setAutoRead(false);
        }
    }

    Object next() {
        return parts.remove();
    }

    /** Reads more again, where there is room. */
    void readOn(ChannelHandlerContext context) {
        if (full && parts.size() < MOST) {
            full = false;
            context.channel().config().setAutoRead(true);
        }
    }

    /** Drops what there is of the last request. */
    void dropLastRequest() {
        Object dropped;
        do {
            dropped = parts.removeLast();
            ReferenceCountUtil.release(dropped);
        } while (!(dropped instanceof HttpRequest));
    }

    void drop() {
        parts.forEach(ReferenceCountUtil::release);
        parts.clear();
    }
}
