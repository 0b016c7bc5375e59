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

/** A network between the service and its database that can fail. */
final class TcpProxy implements Closeable {

    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(TcpProxy::thread);
    private volatile boolean silent;

    /** Listens at a port, 0 being any that is free, for connections to another one of this machine. */
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
            awaitSound();
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
                awaitSound();
                to.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException e) {
            // The other side has gone, and both sockets are closed.
        }
        sockets.remove(from);
        sockets.remove(to);
    }

    private void awaitSound() throws IOException {
        try {
            while (silent) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Whether nothing arrives any more, though nothing is cut. */
    void silence(boolean nothingArrives) {
        silent = nothingArrives;
    }

    /** Cuts every connection. */
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
