package dev.rangefinder;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Finds ports for processes that tests start. */
public final class FreePort {

    private static final int FROM = 10_000;

    /** Ephemeral ports are above it; an outgoing connection may take one before the process listens. */
    private static final int TO = 32_000;

    private FreePort() {}

    /** A port on which nothing listens. */
    public static int find() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue; // the port is in use
            }
        }
    }
}
