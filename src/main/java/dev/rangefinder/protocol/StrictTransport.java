package dev.rangefinder.protocol;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Accepts connections as Vert.x does, and installs the handlers of this package in each before the first byte is read. Routes
 * would be too late: they see requests that have been decoded leniently, and many malformed requests never reach them.
 */
final class StrictTransport extends JDKTransport {

    private final HttpServerOptions limits;

    StrictTransport() {
        Config config = ConfigProvider.getConfig();
        MemorySize headers = config.getValue("quarkus.http.limits.max-header-size", MemorySize.class);
        this.limits = new HttpServerOptions()
                .setMaxInitialLineLength(config.getValue("quarkus.http.limits.max-initial-line-length", Integer.class))
                .setMaxHeaderSize(Math.toIntExact(headers.asLongValue()));
    }

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        bootstrap.childHandler(new Connections(bootstrap.config().childHandler(), limits));
    }

    /** Sets up each new connection. */
    @RegisterForReflection(fields = false) // Netty inspects which events it handles
    private static final class Connections extends ChannelInitializer<Channel> {

        private final ChannelHandler vertx;
        private final HttpServerOptions limits;

        Connections(ChannelHandler vertx, HttpServerOptions limits) {
            this.vertx = vertx;
            this.limits = limits;
        }

        @Override
        protected void initChannel(Channel channel) {
            channel.pipeline().addLast(vertx);
            ProtocolChoice.install(channel.pipeline(), limits);
        }
    }
}
