package dev.rangefinder.catalogue;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.serving.ContentCoding;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request as a stream that another thread reads. The client sends no faster than that thread reads, and the body ends
 * only if it is complete.
 */
final class Upload extends InputStream {

    /** The client is asked to wait when this much is waiting to be read, in pieces of the connection. */
    private static final int MAX_PIECES = 16;

    private static final Buffer END = Buffer.buffer();

    private final HttpServerRequest request;
    private final Context context;
    private final ImportConfig config;
    private final BlockingQueue<Buffer> pieces = new LinkedBlockingQueue<>();
    private final long deadline;
    private volatile @Nullable InputException failure;
    private Buffer piece = Buffer.buffer();
    private int position;
    private long arrived;

    /** Begins to receive the body. It is called on the event loop of the connection. */
    Upload(HttpServerRequest request, Context context, ImportConfig config) {
        this.request = request;
        this.context = context;
        this.config = config;
        this.deadline = System.nanoTime() + config.timeout().toNanos();
        request.handler(this::add);
        request.endHandler(end -> pieces.add(END));
        request.exceptionHandler(gone -> fail(new InputException(ErrorCode.BAD_REQUEST, "The body is incomplete.")));
        request.resume();
    }

    private void add(Buffer next) {
        arrived += next.length();
        if (arrived > config.maxSize().asLongValue()) {
            fail(ContentCoding.tooLarge(config.maxSize().asLongValue()));
            return;
        }
        if (failure == null && next.length() > 0) {
            pieces.add(next);
            if (pieces.size() >= MAX_PIECES) {
                request.pause();
            }
        }
    }

    private void fail(InputException reason) {
        if (failure == null) {
            failure = reason;
            pieces.clear();
            pieces.add(END);
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        while (position == piece.length()) {
            if (piece == END) {
                return -1;
            }
            piece = next();
            position = 0;
        }
        int size = Math.min(length, piece.length() - position);
        piece.getBytes(position, position + size, target, offset);
        position += size;
        return size;
    }

    private Buffer next() {
        Buffer next = poll();
        InputException reason = failure;
        if (reason != null) {
            throw reason;
        }
        if (next == null || System.nanoTime() > deadline) {
            throw new InputException(ErrorCode.REQUEST_TIMEOUT, "The body did not arrive in time.");
        }
        if (pieces.isEmpty()) {
            context.runOnContext(read -> resume());
        }
        return next;
    }

    private void resume() {
        if (!request.isEnded()) {
            request.resume();
        }
    }

    private @Nullable Buffer poll() {
        try {
            return pieces.poll(config.idleTimeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(ErrorCode.UNAVAILABLE, "The service is stopping.");
        }
    }
}
