package dev.rangefinder.websocket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients are served over WebSockets. */
@ConfigMapping(prefix = "rangefinder.websocket")
interface WebSocketConfig {

    /** Whether there are WebSockets. */
    @WithDefault("true")
    boolean enabled();

    /** How many WebSockets may be open at a time. Any more are refused. */
    @WithDefault("1000")
    int maxSockets();

    /** How many operations of one WebSocket may run, wait or be on their way to the client. Any more are refused. */
    @WithDefault("16")
    int maxOperations();

    /** The largest message of a client. */
    @WithDefault("128K")
    MemorySize maxMessageSize();

    /** How long a client may take to send its {@code connection_init}. */
    @WithDefault("5s")
    Duration initTimeout();

    /** How often a client is asked whether it is there. One that has not answered by the next time is cut off. */
    @WithDefault("15s")
    Duration keepAlive();
}
