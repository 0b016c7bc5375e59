package dev.rangefinder.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Serves the text of a schema, which is printed for the first client that requests it. */
public final class PrintedSchema implements Handler<RoutingContext> {

    private final String mediaType;
    private final Supplier<String> printer;
    private volatile @Nullable String text;

    /** A schema of a media type. */
    public PrintedSchema(String mediaType, Supplier<String> printer) {
        this.mediaType = mediaType;
        this.printer = printer;
    }

    @Override
    public void handle(RoutingContext routing) {
        routing.response()
                .putHeader(HttpHeaderNames.CONTENT_TYPE, mediaType)
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN)
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(text());
    }

    private String text() {
        String printed = text;
        if (printed == null) {
            printed = printer.get();
            text = printed;
        }
        return printed;
    }
}
