package dev.rangefinder.protocol;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Has Vert.x accept connections by way of {@link StrictTransport}. Quarkus finds it when the service is built. */
public final class TransportProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new StrictTransport());
    }
}
