package dev.rangefinder.lifecycle;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** A proxy that simulates faults of the network between the service and its database. */
final class TcpProxy implements Closeable {

    /** Each transaction sends the name of its operation for the log. */
    private static final String LOST_OPERATION = "citeDocument";

    private final ServerSocket server;
    private volatile int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(TcpProxy::thread);
    private final AtomicReference<CommitFault> commitFault = new AtomicReference<>(CommitFault.NONE);
    private volatile boolean silent;

    /** When a connection is lost. */
    enum CommitFault {
        NONE,
        /** The database receives no COMMIT. */
        BEFORE,
        /** The database has committed, and the service does not learn of it. */
        AFTER
    }

    /** Listens on a port, or on any free one if it is 0, and forwards connections to another local port. */
    TcpProxy(int port, int target) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getByName("localhost"));
        this.target = target;
        threads.submit(this::accept);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return server.getLocalPort();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            sockets.add(client);
            threads.submit(() -> connect(client));
        }
    }

    private void connect(Socket client) {
        try {
            awaitNotSilent();
            Socket database = new Socket("localhost", target);
            sockets.add(database);
            AtomicBoolean changes = new AtomicBoolean();
            threads.submit(() -> pump(client, database, sent -> losesCommit(sent, changes)));
            pump(database, client, answer -> false);
        } catch (IOException e) {
            close(client);
        }
    }

    /** Forwards data until either side disconnects, or one part of it is to be lost together with the connection. */
    private void pump(Socket from, Socket to, Predicate<String> loses) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                awaitNotSilent();
                if (loses.test(new String(bytes, 0, read, StandardCharsets.ISO_8859_1))) {
                    lose(bytes, read, to);
                    break;
                }
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException e) {
            // The other side has disconnected, and both sockets are closed
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private boolean losesCommit(String sent, AtomicBoolean changes) {
        if (sent.contains(LOST_OPERATION)) {
            changes.set(true);
        }
        return sent.contains("COMMIT") && changes.getAndSet(false) && commitFault.get() != CommitFault.NONE;
    }

    private void lose(byte[] bytes, int read, Socket database) throws IOException {
        if (commitFault.getAndSet(CommitFault.NONE) == CommitFault.AFTER) {
            silent = true; // holds back the answer
            database.getOutputStream().write(bytes, 0, read);
            awaitCommit();
        }
        cut();
        silent = false;
    }

    private static void awaitCommit() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void awaitNotSilent() throws IOException {
        try {
            while (silent) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Forwards new connections to another local port. */
    void redirect(int port) {
        target = port;
    }

    /** Sets whether data is held back while the connections stay open. */
    void silence(boolean silent) {
        this.silent = silent;
    }

    /** Loses all connections when the next mutation that cites a document is committed. */
    void loseCommit(CommitFault fault) {
        commitFault.set(fault);
    }

    /** Closes all connections. */
    void cut() {
        sockets.forEach(TcpProxy::close);
        sockets.clear();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
        threads.shutdownNow();
    }
}
