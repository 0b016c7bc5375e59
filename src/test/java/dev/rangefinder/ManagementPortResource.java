package dev.rangefinder;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.util.Map;

/**
 * Runs the management interface on a free port in all tests. Port 0, which the main interface uses, does not work for
 * it: tests against the packaged service could not find out the port.
 */
public class ManagementPortResource implements QuarkusTestResourceLifecycleManager {

    /** Injects the URI of the management interface, with the path {@code /q/}, into a field of a test. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface Management {}

    private String port = "";

    @Override
    public Map<String, String> start() {
        try {
            port = Integer.toString(FreePort.find());
            return Map.of("quarkus.management.port", port, "quarkus.management.test-port", port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                URI.create("http://localhost:" + port + "/q/"),
                new TestInjector.AnnotatedAndMatchesType(Management.class, URI.class));
    }

    @Override
    public void stop() {
        // No resources are held.
    }
}
