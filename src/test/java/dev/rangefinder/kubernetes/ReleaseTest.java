package dev.rangefinder.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The version is defined in the pom, and a release writes it and the digest of its image into the manifests. */
class ReleaseTest {

    private static final Path MANIFESTS = Path.of("k8s");
    private static final String IMAGE = "ghcr.io/rangefinder/rangefinder";
    private static final String VERSION = "app.kubernetes.io/version";
    private static final Pattern PROJECT_VERSION = Pattern.compile("<version>([^<]+?)(-SNAPSHOT)?</version>");

    @BeforeAll
    static void findKustomize() {
        assumeTrue(Kustomize.isAvailable(), "Neither kustomize nor kubectl is on the path: the test is skipped");
    }

    @Test
    void manifestsHaveTheVersionOfThePom() throws IOException {
        Matcher version = PROJECT_VERSION.matcher(Files.readString(Path.of("pom.xml")));
        assertTrue(version.find());

        assertVersion(deployment(MANIFESTS), version.group(1), IMAGE + ':' + version.group(1));
    }

    @Test
    void releaseCanPinVersionAndDigestRepeatedly() throws Exception {
        Path copy = copy();
        for (String version : List.of("1.2.3", "1.2.4")) {
            String digest = "sha256:" + version.substring(4).repeat(64);
            Process pin = pin(version, digest, copy);

            assertEquals(0, pin.waitFor());
            assertVersion(deployment(copy), version, IMAGE + ':' + version + '@' + digest);
        }
    }

    @Test
    void releaseWithoutValidVersionAndDigestIsRejected() throws Exception {
        assertEquals(2, pin("1.2.3", "sha256:12", copy()).waitFor());
        assertEquals(2, pin("latest", "sha256:" + "1".repeat(64), copy()).waitFor());
    }

    @Test
    void releaseWorkflowUsesExistingFiles() throws IOException {
        String workflow = Files.readString(Path.of(".github", "workflows", "release.yaml"));

        for (String file : List.of(
                "src/main/docker/pin.sh",
                "src/main/docker/Dockerfile.native",
                "src/main/docker/Dockerfile.jvm",
                ".ci/run")) {
            assertTrue(workflow.contains(file) && Files.exists(Path.of(file)), file);
        }
        assertTrue(workflow.contains("IMAGE: " + IMAGE), workflow);
    }

    private static Process pin(String version, String digest, Path manifests) throws IOException {
        return new ProcessBuilder("src/main/docker/pin.sh", version, digest, manifests.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "release");
        try (Stream<Path> files = Files.walk(MANIFESTS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(MANIFESTS.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return copy;
    }

    private static Deployment deployment(Path manifests) {
        return Installation.of(Kustomize.render(manifests.resolve("overlays/production")))
                .find(Deployment.class, "rangefinder")
                .orElseThrow();
    }

    private static void assertVersion(Deployment deployment, String version, String image) {
        assertEquals(version, deployment.getMetadata().getLabels().get(VERSION));
        assertEquals(
                version,
                deployment.getSpec().getTemplate().getMetadata().getLabels().get(VERSION));
        assertEquals(
                image,
                deployment
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage());
    }
}
