package dev.rangefinder.protocol;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;

/** Queues the parts of pipelined requests: heads, chunks of bodies and their ends. Reading pauses while the queue is full. */
final class WaitingParts {

    private static final int CAPACITY = 32;

    private final Deque<Object> parts = new ArrayDeque<>();
    private boolean full;

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether the next part begins a request. */
    boolean isNextHead() {
        return parts.peek() instanceof HttpRequest;
    }

    void add(ChannelHandlerContext context, Object part) {
        parts.add(part);
        full = parts.size() >= CAPACITY;
        if (full) {
            context.channel().config().setAutoRead(false);
        }
    }

    Object next() {
        return parts.remove();
    }

    /** Resumes reading, if there is room. */
    void resumeReading(ChannelHandlerContext context) {
        if (full && parts.size() < CAPACITY) {
            full = false;
            context.channel().config().setAutoRead(true);
        }
    }

    /** Drops the parts of the last request. */
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
