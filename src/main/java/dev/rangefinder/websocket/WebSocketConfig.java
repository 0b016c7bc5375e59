package dev.rangefinder.websocket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Configures WebSockets. */
@ConfigMapping(prefix = "rangefinder.websocket")
interface WebSocketConfig {

    /** Whether WebSockets are served. */
    @WithDefault("true")
    boolean enabled();

    /** How many WebSockets may be open at a time. Further ones are rejected. */
    @WithDefault("2500")
    int maxSockets();

    /** How many operations of one WebSocket may wait, run or be sent at a time. Further ones are rejected. */
    @WithDefault("16")
    int maxOperations();

    /** The largest message of a client. */
    @WithDefault("128K")
    MemorySize maxMessageSize();

    /** How long a client may take to send its {@code connection_init}. */
    @WithDefault("5s")
    Duration initTimeout();

    /** How often a client is pinged. One that has not responded by the next ping is disconnected. */
    @WithDefault("15s")
    Duration keepAlive();
}
