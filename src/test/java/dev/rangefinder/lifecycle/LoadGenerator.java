package dev.rangefinder.lifecycle;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that send one document repeatedly. */
final class LoadGenerator implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile boolean finished;

    /** Starts the clients; each request goes to the service that is current at the time. */
    LoadGenerator(Callable<ServiceProcess> service, String document) {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(threads.submit(() -> run(service, document)));
        }
    }

    private Void run(Callable<ServiceProcess> service, String document) throws Exception {
        while (!finished) {
            replies.add(ServiceClient.query(service.call(), document));
            Thread.sleep(5);
        }
        return null;
    }

    /** All replies so far. */
    List<Reply> replies() {
        return List.copyOf(replies);
    }

    /** The number of replies with a status. */
    long count(int status) {
        return replies.stream().filter(reply -> reply.status() == status).count();
    }

    /** Stops the clients, and fails if one of them did not get an answer. */
    void finish() throws InterruptedException, ExecutionException {
        finished = true;
        for (Future<?> client : clients) {
            client.get();
        }
    }

    @Override
    public void close() {
        finished = true;
        threads.shutdown();
    }
}
