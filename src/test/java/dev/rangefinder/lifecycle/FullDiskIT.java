package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.PostgresProcess.execute;
import static dev.rangefinder.lifecycle.PostgresProcess.value;
import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static dev.rangefinder.lifecycle.ServiceClient.health;
import static dev.rangefinder.lifecycle.ServiceClient.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.BrandRows;
import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.lifecycle.ServiceClient.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The disk of the database, a small one in memory, is full when the packaged service starts, and again later. */
@Tag("faults")
@Timeout(300)
class FullDiskIT {

    private static final String BRANDS = "{brands {totalCount}}";

    private Path disk;
    private boolean mounted;
    private PostgresProcess postgres;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createTempDirectory("rangefinder-disk-");
        mounted = run("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", disk.toString());
        assumeTrue(mounted, "mounting a disk needs root");
        postgres = new PostgresProcess(EmbeddedDatabase.start(
                Files.createDirectory(disk.resolve("data")).toAbsolutePath()));
    }

    @AfterEach
    void unmount() throws Exception {
        if (postgres != null) {
            postgres.kill();
        }
        if (mounted) {
            assertTrue(run("umount", "--lazy", disk.toString()));
        }
        Files.delete(disk);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    @Test
    void serviceAnswersOnAFullDiskAndRecovers() throws Exception {
        postgres.create("narrow");
        String url = postgres.url("narrow");
        fill();
        try (ServiceProcess service = ServiceProcess.launch(Map.of("RANGEFINDER_DATABASE_URL", url))) {
            service.awaitAnswer();
            assertTrue(query(service, BRANDS).isUnavailable());
            assertEquals(503, health(service, "ready").status());
            free();
            awaitReady(service);
            assertEquals("14", query(service, BRANDS).json().getString("data.brands.totalCount"));

            fill();
            SQLException rejection = assertThrows(SQLException.class, () -> addBrands(url));
            assertEquals("53100", rejection.getSQLState(), rejection::getMessage);
            Reply answer = query(service, BRANDS);
            assertEquals("14", answer.json().getString("data.brands.totalCount"), answer::toString);
            free();
            addBrands(url);
            assertEquals("2014", query(service, BRANDS).json().getString("data.brands.totalCount"));
            assertEquals("2", value(url, "select revision from catalogue"));
        }
    }

    private static void addBrands(String url) throws SQLException {
        execute(url, BrandRows.insert("select 'more-' || i, 'More' from generate_series(1, 2000) i"));
    }

    private void fill() throws IOException {
        byte[] bytes = new byte[8192];
        try (OutputStream ballast = Files.newOutputStream(disk.resolve("ballast"))) {
            while (true) {
                ballast.write(bytes);
            }
        } catch (IOException e) {
            assertEquals("No space left on device", e.getMessage());
        }
    }

    private void free() throws IOException {
        Files.delete(disk.resolve("ballast"));
    }
}
