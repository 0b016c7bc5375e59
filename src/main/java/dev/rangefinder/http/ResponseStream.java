package dev.rangefinder.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The body of a response that is sent while it is produced. Writing blocks until the client reads, so that at most a few chunks are
 * in memory. It is not for event loops.
 */
public final class ResponseStream extends OutputStream {

    private static final int CHUNK_SIZE = 32 * 1024;
    private static final int MAX_PENDING = 4;

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final long idleTimeout;
    private final long end;
    private final Semaphore pending = new Semaphore(MAX_PENDING);
    private final byte[] chunk = new byte[CHUNK_SIZE];
    private int length;
    private volatile boolean failed;

    /**
     * The body of a response whose head is complete.
     *
     * @param idleTimeout how long the client may read nothing
     * @param timeout how long the client may take to read all
     */
    public ResponseStream(HttpServerRequest request, Duration idleTimeout, Duration timeout) {
        this.request = request;
        this.response = request.response();
        this.idleTimeout = idleTimeout.toNanos();
        this.end = System.nanoTime() + timeout.toNanos();
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int written = 0;
        while (written < count) {
            if (length == CHUNK_SIZE) {
                send();
            }
            int part = Math.min(count - written, CHUNK_SIZE - length);
            System.arraycopy(bytes, offset + written, chunk, length, part);
            length += part;
            written += part;
        }
    }

    private void send() throws IOException {
        awaitReader();
        response.write(takeChunk()).onComplete(sent -> {
            failed |= sent.failed();
            pending.release();
        });
    }

    private Buffer takeChunk() {
        Buffer taken = Buffer.buffer(length).appendBytes(chunk, 0, length);
        length = 0;
        return taken;
    }

    private void awaitReader() throws IOException {
        try {
            long patience = Math.min(idleTimeout, end - System.nanoTime());
            if (!pending.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
                throw new IOException("The client reads too slowly");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The service stops", e);
        }
        if (failed || response.closed()) {
            throw new IOException("The client has disconnected");
        }
    }

    /** Sends the end of the body. Without it, the client knows that the body is incomplete. */
    public void complete() throws IOException {
        awaitReader();
        response.end(takeChunk());
    }

    /** Ends the connection or the stream of the request, so that the client knows that the body is incomplete. */
    public void abort() {
        ContentTransfer.abort(request);
    }
}
