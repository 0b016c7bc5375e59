package dev.rangefinder.websocket;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;
import java.util.List;

/** Configures WebSockets in the HTTP server. */
@Singleton
public class WebSocketOptions implements HttpServerOptionsCustomizer {

    private final int maxMessageSize;

    WebSocketOptions(WebSocketConfig config) {
        this.maxMessageSize = Math.toIntExact(config.maxMessageSize().asLongValue());
    }

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setWebSocketSubProtocols(List.of(WebSocketRoute.SUBPROTOCOL))
                // Browsers send every message in one frame.
                .setMaxWebSocketFrameSize(maxMessageSize)
                // Inflated messages are unlimited, and every connection would allocate memory for them.
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }

    @Override
    public void customizeDomainSocketServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
