package dev.rangefinder.catalogue;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/**
 * Sends the progress of an import whenever it has changed, as <a href="https://html.spec.whatwg.org/#server-sent-events">server-sent
 * events</a>, until the import has ended. All methods run on the event loop of the connection.
 */
final class ProgressEvents {

    /** The media type by which a client subscribes to events. */
    static final String MEDIA_TYPE = "text/event-stream";

    private static final long INTERVAL_MILLISECONDS = 250;

    /** A proxy may close connections that are idle for longer. */
    private static final long HEARTBEAT = Duration.ofSeconds(15).toMillis() / INTERVAL_MILLISECONDS;

    /** A client whose stream ends subscribes again, and then needs a valid token. */
    private static final long MAX_TICKS = Duration.ofMinutes(10).toMillis() / INTERVAL_MILLISECONDS;

    private final Vertx vertx;
    private final HttpServerResponse response;
    private final String id;
    private final ImportProgress progress;
    private String sent = "";
    private long ticks;
    private long quiet;

    private ProgressEvents(Vertx vertx, HttpServerResponse response, String id, ImportProgress progress) {
        this.vertx = vertx;
        this.response = response;
        this.id = id;
        this.progress = progress;
    }

    /** Whether a client subscribes to events, instead of asking once. */
    static boolean areWantedBy(HttpServerRequest request) {
        return MEDIA_TYPE.equals(request.getHeader(HttpHeaderNames.ACCEPT));
    }

    /** Responds to a subscription. */
    static void send(Vertx vertx, HttpServerResponse response, String id, ImportProgress progress) {
        ProgressEvents events = new ProgressEvents(vertx, response, id, progress);
        response.setChunked(true).putHeader(HttpHeaderNames.CONTENT_TYPE, MEDIA_TYPE);
        long timer = vertx.setPeriodic(1, INTERVAL_MILLISECONDS, events::tick);
        response.closeHandler(closed -> vertx.cancelTimer(timer));
    }

    private void tick(long timer) {
        boolean last = progress.hasEnded() || ++ticks == MAX_TICKS;
        if (!response.writeQueueFull()) {
            write();
        }
        if (last) {
            vertx.cancelTimer(timer);
            write();
            response.end();
        }
    }

    private void write() {
        String now = RunningImports.json(id, progress).encode();
        if (!now.equals(sent)) {
            response.write("data: " + now + "\n\n");
            sent = now;
            quiet = 0;
        } else if (++quiet == HEARTBEAT) {
            response.write(":\n\n");
            quiet = 0;
        }
    }
}
