package dev.rangefinder.lifecycle;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that simulates faults of the network between the service and its database. */
final class TcpProxy implements Closeable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(TcpProxy::thread);
    private volatile boolean silent;

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
            threads.submit(() -> pump(client, database));
            pump(database, client);
        } catch (IOException e) {
            close(client);
        }
    }

    private void pump(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (from;
                to) {
            for (int read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                awaitNotSilent();
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException e) {
            // The other side has disconnected, and both sockets are closed
        }
        sockets.remove(from);
        sockets.remove(to);
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

    /** Sets whether data is held back while the connections stay open. */
    void silence(boolean silent) {
        this.silent = silent;
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
