package dev.rangefinder.websocket;

import dev.rangefinder.http.Workers;
import dev.rangefinder.observation.OpenSockets;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The WebSockets that are open, which may be so many at a time. */
@Singleton
public class Sockets implements OpenSockets {

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Semaphore places;
    private final int most;
    private final long shutdownMillis;
    private volatile boolean draining;

    Sockets(WebSocketConfig config, Workers workers) {
        this.most = config.maxSockets();
        this.places = new Semaphore(most);
        this.shutdownMillis = workers.shutdownTimeout().toMillis();
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
    public void drain() {
        draining = true;
        open.forEach(Socket::drain);
    }

    /** Lets operations come to their end, and all clients go, before the server goes. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
        drain();
        if (!places.tryAcquire(most, shutdownMillis, TimeUnit.MILLISECONDS)) {
            open.forEach(Socket::leave);
        }
    }
}
