package dev.rangefinder.protocol;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Makes Vert.x accept connections by {@link StrictTransport}. Quarkus finds this class at build time. */
public final class TransportProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new StrictTransport());
    }
}
