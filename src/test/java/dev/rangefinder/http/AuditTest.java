package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Runs the audits of the npm package graphql-http, the reference for GraphQL over HTTP. It needs Node.js. */
@QuarkusTest
class AuditTest {

    private static final Path SOURCE = Path.of("src/test/node");
    private static final Path WORK = Path.of("target/audit");

    @TestHTTPResource("/graphql")
    URI endpoint;

    @Test
    void allAuditsOfGraphqlHttpPass() throws Exception {
        copySource();
        run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
        List<Map<String, Object>> audits =
                JsonPath.from(run("node", "audit.mjs", endpoint.toString())).getList("$");

        assertEquals(61, audits.size());
        assertEquals(
                List.of(),
                audits.stream()
                        .filter(audit -> !"ok".equals(audit.get("status")))
                        .toList());
    }

    private static void copySource() throws IOException {
        Files.createDirectories(WORK);
        for (String file : List.of("package.json", "package-lock.json", "audit.mjs")) {
            Files.copy(SOURCE.resolve(file), WORK.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        File output = WORK.resolve(command[0] + ".out").toFile();
        Process process = start(command, output);
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> command[0] + " does not come to an end");
        String text = Files.readString(output.toPath());
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + " failed:\n" + text);
        return text;
    }

    private static Process start(String[] command, File output) {
        try {
            return new ProcessBuilder(command)
                    .directory(WORK.toFile())
                    .redirectOutput(output)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new AssertionError("The audits need Node.js 20 or later, with " + command[0] + " on the path.", e);
        }
    }
}
