package dev.rangefinder;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for processes that tests start. */
public final class FreePort {

    private static final int FROM = 10_000;

    /** Above it are those for connections that go out, and one of these may begin before the process listens. */
    private static final int TO = 32_000;

    private FreePort() {}

    /** A port that nobody listens at. */
    public static int find() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException e) {
                continue; // somebody does
            }
        }
    }
}
