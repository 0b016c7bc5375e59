package dev.rangefinder.websocket;

import dev.rangefinder.admission.WorkersConfig;
import dev.rangefinder.observation.OpenSockets;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The open WebSockets, whose number is limited. */
@Singleton
public class Sockets implements OpenSockets {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore permits;
    private final Duration shutdownTimeout;
    private volatile boolean draining;

    Sockets(WebSocketConfig config, WorkersConfig workers) {
        this.permits = new Semaphore(config.maxSockets());
        this.shutdownTimeout = workers.shutdownTimeout();
    }

    @Override
    public int count() {
        return open.size();
    }

    /** Reserves a place for one more, if there is one. */
    boolean reserve() {
        return !draining && permits.tryAcquire();
    }

    /** Releases a place. */
    void release() {
        permits.release();
    }

    /** Serves a client, for which a place is reserved, until it disconnects, and then runs a task. */
    void serve(Socket socket, Runnable whenEnded) {
        open.add(socket);
        socket.serve(() -> {
            open.remove(socket);
            release();
            whenEnded.run();
        });
        if (draining) {
            socket.drain(shutdownTimeout);
        }
    }

    /**
     * Opens no more WebSockets, starts no more operations, and closes each WebSocket once its operations have ended, so that
     * its client reconnects. It does not wait for that: shutdown continues when the upgraded requests have ended.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
        open.forEach(socket -> socket.drain(shutdownTimeout));
    }
}
