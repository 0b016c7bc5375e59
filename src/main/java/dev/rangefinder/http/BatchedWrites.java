package dev.rangefinder.http;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Passes what is written to a connection in quick succession to the operating system at once. Vert.x passes on each piece by itself,
 * which takes more time than everything else when thousands of clients get the same few events.
 */
@RegisterForReflection(
        targets = FlushConsolidationHandler.class,
        fields = false) // Netty inspects which events it handles
public final class BatchedWrites {

    private static final String NAME = "batched-writes";

    private BatchedWrites() {}

    /** Begins to do so for a connection. Called on its event loop. */
    public static void install(ChannelPipeline connection) {
        if (connection.get(NAME) == null) {
            connection.addFirst(
                    NAME,
                    new FlushConsolidationHandler(
                            FlushConsolidationHandler.DEFAULT_EXPLICIT_FLUSH_AFTER_FLUSHES, true));
        }
    }
}
