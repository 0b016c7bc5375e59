package dev.rangefinder.kubernetes;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests are valid for Kubernetes, consistent with each other, and match the service. */
@QuarkusTest
class KubernetesTest {

    private static final Path MANIFESTS = Path.of("k8s");
    private static final Map<Path, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> SERVED = new ConcurrentHashMap<>();

    @Test
    void everyManifestHasOnlyKnownFields() throws IOException {
        try (Stream<Path> files = Files.walk(MANIFESTS)) {
            List<Path> manifests = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    .toList();
            assertFalse(manifests.isEmpty());
            for (Path manifest : manifests) {
                List<JsonNode> documents = Kustomize.documents(manifest);
                assertDoesNotThrow(() -> Installation.of(documents), manifest::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "overlays/development", "overlays/production"})
    void everyRenderedObjectHasOnlyKnownFields(String directory) {
        assertFalse(Installation.of(rendered(MANIFESTS.resolve(directory)))
                .objects()
                .isEmpty());
    }

    @Test
    void databaseComponentIsRenderedWithTheBase() throws IOException {
        Path directory = Files.createTempDirectory(Path.of("target"), "base-with-database");
        Files.writeString(directory.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources:
                  - ../../k8s/base
                components:
                  - ../../k8s/database
                """);

        Installation installation = Installation.of(rendered(directory));

        assertEquals(1, installation.all(CloudNativePg.Cluster.class).size());
        assertEquals(1, installation.all(CloudNativePg.ScheduledBackup.class).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"development", "production"})
    void overlayHasNoInconsistencies(String overlay) {
        assertEquals(List.of(), problems(rendered(MANIFESTS.resolve("overlays").resolve(overlay))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.rangefinder.kubernetes.Mutation#all")
    void everyMutationIsDetected(Mutation mutation) {
        List<JsonNode> objects =
                mutation.apply(rendered(MANIFESTS.resolve("overlays").resolve(mutation.overlay())));

        List<String> problems = new ArrayList<>();
        try {
            problems.addAll(problems(objects));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }

        assertTrue(
                problems.stream().anyMatch(problem -> problem.contains(mutation.problem())),
                () -> mutation.problem() + " is not among " + problems);
    }

    private static List<String> problems(List<JsonNode> objects) {
        Installation installation = Installation.of(objects);
        List<String> problems = new ArrayList<>();
        new Traffic(installation, problems).check();
        new Policies(installation, problems).check();
        new Workloads(installation, problems).check();
        new Secrets(installation, problems).check();
        new Settings(installation, problems).check();
        new Databases(installation, problems).check();
        new PodSecurity(installation, problems).check();
        new Probes(installation, KubernetesTest::isServed, problems).check();
        return problems;
    }

    private static boolean isServed(String path) {
        return SERVED.computeIfAbsent(path, KubernetesTest::isAnswered);
    }

    private static boolean isAnswered(String path) {
        return RestAssured.given()
                        .port(ConfigProvider.getConfig().getValue("quarkus.management.port", int.class))
                        .get(path)
                        .statusCode()
                != 404;
    }

    private static List<JsonNode> rendered(Path directory) {
        assumeTrue(
                Kustomize.isAvailable(), "Neither kustomize nor kubectl is on the path: " + directory + " is skipped");
        return RENDERED.computeIfAbsent(directory, Kustomize::render);
    }
}
