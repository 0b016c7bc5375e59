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
 * Forwards the requests of an HTTP/1.1 connection one at a time, each once the response to the previous one has been sent: RFC
 * 9112, section 9.3.2. Vert.x would queue them without limit, and when a client disconnects while requests are queued, Vert.x
 * does not report that the first one has ended, so that shutdown waits for it. Malformed requests are answered here, in order,
 * and nothing after them is read.
 */
@RegisterForReflection(fields = false) // Netty inspects which events it handles
final class Pipelining extends ChannelDuplexHandler {

    private final WaitingParts waiting = new WaitingParts();

    /** Whether a request has been forwarded whose response has not been sent. */
    private boolean busy;

    private final ResponseProgress progress = new ResponseProgress();
    private @Nullable Rejection rejection;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (rejection != null || progress.isLast()) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof DecoderResultProvider part
                && part.decoderResult().isFailure()) {
            reject(context, part);
        } else if (!waiting.isEmpty() || busy && message instanceof HttpRequest) {
            waiting.add(context, message);
        } else {
            forward(context, message);
        }
    }

    private void forward(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest) {
            busy = true;
        }
        progress.expect(message);
        context.fireChannelRead(message);
        // Such a request may have upgraded the connection to HTTP/2.
        if (message instanceof HttpRequest request && request.headers().contains(HttpHeaderNames.UPGRADE)) {
            Http2Requests.install(context.pipeline());
        }
    }

    private void reject(ChannelHandlerContext context, DecoderResultProvider part) {
        boolean isHead = part instanceof HttpRequest;
        rejection = isHead ? Rejection.of(part.decoderResult().cause()) : Rejection.ofBody();
        ReferenceCountUtil.release(part);
        if (!isHead && !waiting.isEmpty()) {
            waiting.dropLastRequest();
        } else if (!isHead && (!busy || progress.hasBegun())) {
            context.close(); // the request has been answered
            return;
        } else if (!isHead) {
            busy = false; // no other handler answers the request
        }
        sendRejection(context);
    }

    private void sendRejection(ChannelHandlerContext context) {
        if (rejection != null && !busy && waiting.isEmpty() && !progress.isLast()) {
            progress.end();
            context.writeAndFlush(rejection.response()).addListener(sent -> LastResponse.close(context));
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isClosing(message)) {
            context.write(message, promise); // after the response, which may not have been sent yet
            return;
        }
        if (progress.hasEnded()) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        if (message instanceof HttpResponse response) {
            progress.begin(response);
        }
        if (message instanceof LastHttpContent && !ResponseProgress.isInformational(message)) {
            progress.finish();
            context.write(message, promise.unvoid()).addListener(sent -> {
                if (sent.isSuccess()) {
                    responseSent(context);
                }
            });
        } else {
            context.write(message, promise);
        }
    }

    /** Vert.x writes an empty buffer, and closes the connection when that has been sent. */
    private static boolean isClosing(Object message) {
        return message instanceof ByteBuf bytes && !bytes.isReadable();
    }

    private void responseSent(ChannelHandlerContext context) {
        busy = false;
        if (progress.isLast()) {
            LastResponse.close(context);
            return;
        }
        if (!waiting.isEmpty()) {
            forwardNext(context);
        }
        sendRejection(context);
    }

    private void forwardNext(ChannelHandlerContext context) {
        while (!waiting.isEmpty() && !(busy && waiting.isNextHead())) {
            forward(context, waiting.next());
        }
        waiting.resumeReading(context);
        context.fireChannelReadComplete();
    }

    /** The client may disconnect while no other handler would close the connection. */
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
