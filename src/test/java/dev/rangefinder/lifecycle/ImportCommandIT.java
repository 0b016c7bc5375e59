package dev.rangefinder.lifecycle;

import static dev.rangefinder.lifecycle.ServiceClient.awaitReady;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.http.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Operators import files by a command of the package. */
@Tag("processes")
@Timeout(300)
class ImportCommandIT {

    private final PostgresProcess postgres = PostgresProcess.shared();

    @TempDir
    Path directory;

    private CommandProcess run(String database, String... arguments) throws Exception {
        return CommandProcess.run("256m", Map.of("RANGEFINDER_DATABASE_URL", postgres.url(database)), arguments);
    }

    @Test
    void importIsALoggedRevisionAndMistakesAreReported() throws Exception {
        postgres.create("imported");
        try (ServiceProcess service =
                ServiceProcess.start(Map.of("RANGEFINDER_DATABASE_URL", postgres.url("imported")))) {
            awaitReady(service);
        }
        Path file = Files.writeString(directory.resolve("changes.yaml"), "citations: [{key: C-8}, {key: C-7}]");
        CommandProcess imported = run("imported", "import", file.toString());
        assertEquals(0, imported.exitCode(), imported.errors());
        assertEquals(
                "Imported " + file + ": 2 records read, 2 rows added or changed, 0 mistakes, revision 2\n",
                imported.errors());
        assertEquals(0, Files.size(imported.output()));
        assertEquals(
                "import",
                PostgresProcess.value(
                        postgres.url("imported"), "select operation from history.log where revision = 2"));

        Files.writeString(file, "citations: [{key: C-6}, {key: C-5, url: none}]");
        CommandProcess rejected = run("imported", "import", file.toString());
        assertEquals(3, rejected.exitCode(), rejected.errors());
        String report = Files.readString(rejected.output());
        assertTrue(report.contains("\"path\":\"citations[1].url\""), report);
        assertEquals(
                "2",
                PostgresProcess.value(
                        postgres.url("imported"), "select count(*)::text from citation where key like 'C-_'"));
    }

    @Test
    void importIsRevertedByItsRevision() throws Exception {
        postgres.create("reverted");
        try (ServiceProcess service =
                ServiceProcess.start(Map.of("RANGEFINDER_DATABASE_URL", postgres.url("reverted")))) {
            awaitReady(service);
        }
        Path file = Files.writeString(directory.resolve("changes.yaml"), "citations: [{key: C-8}, {key: C-7}]");
        run("reverted", "import", file.toString());
        CommandProcess tried = run("reverted", "revert", "2", "--dry-run");
        assertEquals("Could revert the import of revision 2: 2 rows removed, 0 rows restored\n", tried.errors());
        CommandProcess reverted = run("reverted", "revert", "2");
        assertEquals(0, reverted.exitCode(), reverted.errors());
        assertEquals("Reverted the import of revision 2: 2 rows removed, 0 rows restored\n", reverted.errors());
        assertEquals(
                "revertImport 0",
                PostgresProcess.value(
                        postgres.url("reverted"),
                        "select operation || ' ' || (select count(*) from citation where key like 'C-_') from history.log where revision = 3"));
        CommandProcess again = run("reverted", "revert", "2");
        assertEquals(3, again.exitCode(), again.errors());
        assertEquals(
                "Revision 3 changed the citation C-7 after the import.\nRevision 3 changed the citation C-8 after the import.\n",
                again.errors().lines().sorted().map(line -> line + "\n").collect(joining()));
        assertEquals(2, run("reverted", "revert", "two").exitCode());
    }
}
