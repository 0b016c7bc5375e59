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

/** The WebSockets that are open, which may be so many at a time. */
@Singleton
public class Sockets implements OpenSockets {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final Duration shutdownTimeout;
    private volatile boolean draining;

    Sockets(WebSocketConfig config, WorkersConfig workers) {
        this.places = new Semaphore(config.maxSockets());
        this.shutdownTimeout = workers.shutdownTimeout();
    }

    @Override
    public int count() {
        return open.size();
    }

    /** Keeps a place for one more, if there is one. */
    boolean reserve() {
        return !draining && places.tryAcquire();
    }

    /** Gives a place back. */
    void release() {
        places.release();
    }

    /** Serves a client, for which there is a place, until it leaves, and then calls something. */
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
     * Opens no more, starts no more operations, and closes each as soon as it has none, in a way that makes its client
     * connect again. It does not wait for that; the stop goes on when the requests that became WebSockets have ended.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
        open.forEach(socket -> socket.drain(shutdownTimeout));
    }
}
