package dev.rangefinder.websocket;

import dev.rangefinder.observation.OpenSockets;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The WebSockets that are open, which may be so many at a time. */
@Singleton
public class Sockets implements OpenSockets {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private volatile boolean draining;

    Sockets(WebSocketConfig config) {
        this.places = new Semaphore(config.maxSockets());
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

    /** Serves a client, for which there is a place, until it leaves. */
    void serve(Socket socket) {
        open.add(socket);
        socket.serve(() -> {
            open.remove(socket);
            release();
        });
        if (draining) {
            socket.drain();
        }
    }

    /**
     * Opens no more, starts no more operations, and closes each as soon as it has none, in a way that makes its client
     * connect again. It does not wait for that.
     */
    void drain(@Observes ShutdownDelayInitiatedEvent event) {
        draining = true;
        open.forEach(Socket::drain);
    }

    /** Closes those whose operations have taken too long, when the workers have ended. */
    void leave(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) ShutdownEvent event) {
        open.forEach(Socket::leave);
    }
}
