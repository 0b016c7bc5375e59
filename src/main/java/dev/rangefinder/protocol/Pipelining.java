package dev.rangefinder.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/**
 * Hands on the requests of a connection by HTTP/1.1 one at a time, each when the client has taken the answer to the one before:
 * RFC 9112, section 9.3.2. Vert.x would queue them without end, and when a client hangs up that has some in the queue, it
 * forgets to say that the first one has ended, for which a stop of the service then waits. What is malformed is answered here,
 * in its turn, and nothing after it is read.
 */
@RegisterForReflection(fields = false) // Netty looks which events it handles
final class Pipelining extends ChannelDuplexHandler {

    private final WaitingParts waiting = new WaitingParts();

    /** Whether a request has been handed on whose answer the client has not taken. */
    private boolean busy;

    private final ResponseProgress answering = new ResponseProgress();
    private @Nullable Rejection refusal;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (refusal != null || answering.isLast()) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof DecoderResultProvider part
                && part.decoderResult().isFailure()) {
            refuse(context, part);
        } else if (!waiting.isEmpty() || busy && message instanceof HttpRequest) {
            waiting.add(context, message);
        } else {
            handOn(context, message);
        }
    }

    private void handOn(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            busy = true;
        }
        answering.expect(message);
        context.fireChannelRead(message);
        // Such a request may have made it a connection by HTTP/2.
        if (message instanceof HttpRequest request && request.headers().contains(HttpHeaderNames.UPGRADE)) {
            Http2Requests.watch(context.pipeline());
        }
    }

    private void refuse(ChannelHandlerContext context, DecoderResultProvider part) {
        boolean isHead = part instanceof HttpRequest;
        refusal = isHead ? Rejection.of(part.decoderResult().cause()) : Rejection.ofBody();
        ReferenceCountUtil.release(part);
        if (!isHead && !waiting.isEmpty()) {
            waiting.dropLastRequest();
        } else if (!isHead && (!busy || answering.hasBegun())) {
            context.close(); // it has its answer already
            return;
        } else if (!isHead) {
            busy = false; // nobody else answers it
        }
        answerRefused(context);
    }

    private void answerRefused(ChannelHandlerContext context) {
        if (refusal != null && !busy && waiting.isEmpty() && !answering.isLast()) {
            answering.end();
            context.writeAndFlush(refusal.response()).addListener(sent -> LastResponse.sent(context));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isClosing(message)) {
            context.write(message, promise); // behind the answer, which may not have left yet
            return;
        }
        if (answering.hasEnded()) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response) {
            answering.begin(response);
        }
        if (message instanceof LastHttpContent && !ResponseProgress.isInformational(message)) {
            answering.finish();
            context.write(message, promise.unvoid()).addListener(taken -> {
                if (taken.isSuccess()) {
                    answered(context);
                }
            });
        } else {
            context.write(message, promise);
        }
    }

    /** Vert.x writes nothing, and closes the connection when that has been sent. */
    private static boolean isClosing(Object message) {
        return message instanceof ByteBuf bytes && !bytes.isReadable();
    }

    private void answered(ChannelHandlerContext context) {
        busy = false;
        if (answering.isLast()) {
            LastResponse.sent(context);
            return;
        }
        if (!waiting.isEmpty()) {
            handOnNext(context);
        }
        answerRefused(context);
    }

    private void handOnNext(ChannelHandlerContext context) {
        while (!waiting.isEmpty() && !(busy && waiting.isNextHead())) {
            handOn(context, waiting.next());
        }
        waiting.readOn(context);
        context.fireChannelReadComplete();
    }

    /** A client may hang up before there is anything that would handle it, and after that it is gone for all handlers. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException) {
            context.close();
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        waiting.drop();
    }
}
