package dev.rangefinder.lifecycle;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Ends the start when a port is in use, before anything else happens. Quarkus would only notice after the database has been
 * migrated and loaded.
 */
@Singleton
public class Ports {

    private static final int AFTER_KEYS = 2;
    private static final List<String> LISTENERS = List.of("quarkus.http", "quarkus.management");

    /** The host in dev mode, which is not configured before the service starts. */
    private static final String DEFAULT_HOST = "localhost";

    private final CommandLine arguments;

    Ports(CommandLine arguments) {
        this.arguments = arguments;
    }

    /** Dev mode keeps its ports over live reloads, and checks them before its first start. */
    void check(@Observes @Priority(AFTER_KEYS) StartupEvent start) throws BindException {
        boolean listens = !LaunchMode.current().isDevOrTest() && !arguments.hasCommand();
        Optional<BindException> taken = listens ? findTaken(ConfigProvider.getConfig()) : Optional.empty();
        if (taken.isPresent()) {
            throw taken.get();
        }
    }

    /** The first configured port that the service cannot listen on; empty when there is none. */
    public static Optional<BindException> findTaken(Config config) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (String listener : LISTENERS) {
                sockets.add(new ServerSocket()); // stays open, because two listeners may have the same port
                listen(sockets.get(sockets.size() - 1), listener, config);
            }
            return Optional.empty();
        } catch (BindException taken) {
            return Optional.of(taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    private static void listen(ServerSocket socket, String listener, Config config) throws BindException {
        String host = config.getOptionalValue(listener + ".host", String.class).orElse(DEFAULT_HOST);
        String key = listener + ".port";
        String port = config.getValue(key, String.class);
        try {
            socket.bind(new InetSocketAddress(host, Integer.parseInt(port)));
        } catch (IOException | IllegalArgumentException e) {
            throw new BindException(
                    key + ": the service cannot listen on port " + port + " of " + host + ": " + e.getMessage());
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
