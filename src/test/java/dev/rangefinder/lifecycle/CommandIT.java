package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.FreePort;
import dev.rangefinder.http.ServiceProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operators run commands of the package, also beside the service. */
@Tag("processes")
@Timeout(300)
class CommandIT {

    private final PostgresProcess postgres = PostgresProcess.shared();

    @TempDir
    Path directory;

    private CommandProcess run(String database, String... arguments) throws Exception {
        return CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", postgres.url(database)), arguments);
    }

    private Path export(String database, String name) throws Exception {
        Path file = directory.resolve(name);
        CommandProcess export = run(database, "export", file.toString());
        assertEquals(0, export.exitCode(), export.errors());
        assertEquals("Exported revision 1 to " + file + '\n', export.errors());
        assertEquals(0, Files.size(export.output()));
        return file;
    }

    @Test
    void exportedCatalogueIsExportedUnchangedOnceItIsLoaded() throws Exception {
        postgres.create("exported");
        postgres.create("loaded");
        String served;
        Path exported;
        try (ServiceProcess service =
                ServiceProcess.start(Map.of("RANGEFINDER_DATABASE_URL", postgres.url("exported")))) {
            awaitReady(service);
            exported = export("exported", "exported.yaml");
            served = text(service.graphQL().resolve("/export"));
        }
        assertEquals(served, Files.readString(exported));
        CommandProcess output = run("exported", "export", "-");
        assertEquals(0, output.exitCode(), output.errors());
        assertEquals(-1, Files.mismatch(exported, output.output()));

        try (ServiceProcess service = ServiceProcess.start(Map.of(
                "RANGEFINDER_DATABASE_URL",
                postgres.url("loaded"),
                "RANGEFINDER_CATALOGUE_FILE",
                exported.toString()))) {
            awaitReady(service);
        }
        assertEquals(-1, Files.mismatch(exported, export("loaded", "loaded.yaml")));
    }

    private static String text(URI uri) throws IOException {
        try (InputStream content = uri.toURL().openStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "export, FILE is missing",
        "export --format=xml -, Unknown format: xml",
        "export one two, Unexpected argument: two",
        "export --fast -, Unexpected argument: --fast",
        "exprot -, Unknown command: exprot"
    })
    void wrongArgumentsAreExplained(String arguments, String message) throws Exception {
        CommandProcess command = run("postgres", arguments.split(" "));
        assertEquals(2, command.exitCode(), command.errors());
        assertTrue(command.errors().startsWith(message + '\n'), command.errors());
        assertTrue(command.errors().contains("\n  export FILE|- "), command.errors());
        assertEquals(0, Files.size(command.output()));
    }

    @Test
    void commandsAreListed() throws Exception {
        CommandProcess help = run("postgres", "--help");
        assertEquals(0, help.exitCode(), help.errors());
        assertEquals("", help.errors());
        assertTrue(Files.readString(help.output()).contains("\n  export FILE|- "));
    }

    @Test
    void failedExportLeavesNoFile() throws Exception {
        postgres.create("without_tables");
        Path file = directory.resolve("catalogue.yaml");
        CommandProcess empty = run("without_tables", "export", file.toString());
        assertEquals(1, empty.exitCode());
        assertTrue(empty.errors().startsWith("The database has no catalogue of this version: "), empty.errors());
        assertNull(PostgresProcess.value(postgres.url("without_tables"), "select to_regclass('catalogue')"));

        CommandProcess unreachable = CommandProcess.run(
                "256m",
                Map.of("RANGEFINDER_DATABASE_URL", PostgresProcess.url("none", FreePort.find())),
                "export",
                file.toString());
        assertEquals(1, unreachable.exitCode());
        assertTrue(unreachable.errors().contains("The database does not answer: "), unreachable.errors());
        assertFalse(unreachable.errors().contains("\tat "), unreachable.errors());

        CommandProcess unwritable = run("postgres", "export", "/nowhere/catalogue.yaml");
        assertEquals(1, unwritable.exitCode());
        assertTrue(unwritable.errors().startsWith("/nowhere/catalogue.yaml cannot be written: "), unwritable.errors());
        try (var files = Files.list(directory)) {
            assertEquals(0, files.count());
        }
    }

    /** The file is larger than the heap. */
    @Test
    @Timeout(1_200)
    @Tag("faults")
    void exportOfALargeCatalogueNeedsLittleMemory() throws Exception {
        createWithoutRecords("large");
        PostgresProcess.execute(postgres.url("large"), generated(50_000, 500_000));
        CommandProcess export =
                CommandProcess.run("64m", Map.of("RANGEFINDER_DATABASE_URL", postgres.url("large")), "export", "-");
        assertEquals(0, export.exitCode(), export.errors());
        assertTrue(
                Files.size(export.output()) > 64 * 1024 * 1024,
                () -> "The file has only " + export.output().toFile().length());
        Files.delete(export.output());
    }

    /**
     * The generated records lack claims, without which none would be accepted. {@code -Ddevices=100000} changes their number, and takes
     * a quarter of an hour.
     */
    @Test
    @Timeout(2_400)
    @Tag("faults")
    void generatedCatalogueIsExportedAsItWasImported() throws Exception {
        int devices = Integer.getInteger("devices", 2_000);
        createWithoutRecords("original");
        PostgresProcess.execute(postgres.url("original"), generated(devices, devices));
        PostgresProcess.execute(postgres.url("original"), Files.readString(Path.of("src/bench/claim-all.sql")));
        Path original = directory.resolve("original.yaml");
        runInLittleMemory("original", "export", original.toString());

        createWithoutRecords("copy");
        runInLittleMemory("copy", "import", original.toString());
        Path copy = directory.resolve("copy.yaml");
        runInLittleMemory("copy", "export", copy.toString());

        assertEquals(-1, Files.mismatch(original, copy));
        assertEquals(
                Integer.toString(devices),
                PostgresProcess.value(postgres.url("copy"), "select count(*)::text from device"));
    }

    private void runInLittleMemory(String database, String... arguments) throws Exception {
        CommandProcess command =
                CommandProcess.run("64m", Map.of("RANGEFINDER_DATABASE_URL", postgres.url(database)), arguments);
        assertEquals(0, command.exitCode(), command.errors());
    }

    /** Starts the service once, which creates the tables. */
    private void createWithoutRecords(String database) throws Exception {
        postgres.create(database);
        try (ServiceProcess service = ServiceProcess.start(
                Map.of("RANGEFINDER_DATABASE_URL", postgres.url(database), "RANGEFINDER_CATALOGUE_LOAD", "false"))) {
            awaitReady(service);
        }
    }

    private static String generated(int devices, int launches) throws IOException {
        try (InputStream script = CommandIT.class.getResourceAsStream("/generate.sql")) {
            return "begin; set local generate.brands = " + devices / 50 + "; set local generate.partnerships = "
                    + devices / 40 + "; set local generate.devices = " + devices + "; set local generate.markets = 200;"
                    + "set local generate.launches = " + launches + ';'
                    + new String(script.readAllBytes(), StandardCharsets.UTF_8) + "commit; analyze";
        }
    }
}
