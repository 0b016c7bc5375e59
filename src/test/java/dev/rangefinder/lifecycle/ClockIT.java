package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.ServiceClient.await;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the packaged service jumps by decades while operations run. Needs Debian's libfaketime. */
@Tag("faults")
@Timeout(300)
class ClockIT {

    private static final String STATUS = "{partnership(slug: \"leica-xiaomi\") {status}}";

    @TempDir
    Path directory;

    private Path clock;

    @Test
    void deadlinesDoNotDependOnTheSystemClock() throws Exception {
        Optional<Path> library = library();
        assumeTrue(library.isPresent(), "libfaketime is not installed");
        clock = directory.resolve("clock");
        jump("+0y");
        PostgresProcess postgres = PostgresProcess.shared();
        postgres.create("timeless");
        try (ServiceProcess service = ServiceProcess.launch(Map.of(
                "RANGEFINDER_DATABASE_URL",
                postgres.url("timeless"),
                "RANGEFINDER_LIMITS_DEADLINE",
                "3S",
                "LD_PRELOAD",
                library.get().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its workaround for another release of glibc would let timed waits of the JVM return immediately, and
                // spin
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0"))) {
            ServiceClient.awaitReady(service);
            // The first operations load their classes, which may take longer than the deadline
            await().until(() -> "ACTIVE".equals(status(service)));
            try (Connection lock = DriverManager.getConnection(postgres.url("timeless"))) {
                assertNull(codeWhileLocked(lock, service, "+40y", 1_500), "the operation must not time out early");
                assertEquals("DEADLINE_EXCEEDED", codeWhileLocked(lock, service, "-40y", 6_000));
            }
            assertTrue(ServiceClient.isReady(service));
            // The partnership began after this day
            await().until(() -> status(service), status -> status != null && !status.equals("ACTIVE"));
            jump("+0y");
            await().until(() -> "ACTIVE".equals(status(service)));
        }
    }

    private static Optional<Path> library() throws IOException {
        try (DirectoryStream<Path> machines = Files.newDirectoryStream(Path.of("/usr/lib"), "*-linux-gnu*")) {
            for (Path machine : machines) {
                Path library = machine.resolve("faketime/libfaketimeMT.so.1");
                if (Files.exists(library)) {
                    return Optional.of(library);
                }
            }
            return Optional.empty();
        }
    }

    private void jump(String distance) throws IOException {
        Path next = Files.writeString(directory.resolve("next"), distance + '\n');
        Files.move(next, clock, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String status(ServiceProcess service) throws IOException, InterruptedException {
        return query(service, STATUS).json().getString("data.partnership.status");
    }

    /** The error code of an operation that waits for a lock while the clock jumps. */
    private @Nullable String codeWhileLocked(
            Connection lock, ServiceProcess service, String distance, long milliseconds) throws Exception {
        ExecutorService client = Executors.newSingleThreadExecutor();
        try (Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table figure in access exclusive mode");
            // A new document, because answers are cached
            String document = "{after%d: figures {totalCount}}".formatted(milliseconds);
            Future<Reply> reply = client.submit(() -> query(service, document));
            jump(distance);
            Thread.sleep(milliseconds);
            lock.rollback();
            return reply.get(10, TimeUnit.SECONDS).json().getString("errors[0].extensions.code");
        } finally {
            client.shutdown();
        }
    }
}
