package dev.rangefinder.lifecycle;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.Asking.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Clients that ask one document again and again. */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<?>> clients = new ArrayList<>();
    private final ConcurrentLinkedQueue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile boolean finished;

    /** Starts to ask, each time the service that is given then. */
    Load(Callable<ServiceProcess> service, String document) {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(threads.submit(() -> run(service, document)));
        }
    }

    private Void run(Callable<ServiceProcess> service, String document) throws Exception {
        while (!finished) {
            replies.add(Asking.ask(service.call(), document));
            Thread.sleep(5);
        }
        return null;
    }

    /** What was answered so far. */
    List<Reply> replies() {
        return List.copyOf(replies);
    }

    /** How many of the answers have a status. */
    long count(int status) {
        return replies.stream().filter(reply -> reply.status() == status).count();
    }

    /** Stops to ask; fails when one of the clients got no answer at all. */
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
