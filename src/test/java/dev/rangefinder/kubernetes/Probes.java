package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks that the ports of the manifests are those of the service, and that its management port serves the probed and
 * scraped paths.
 *
 * @param isServed whether the service serves a path on its management port
 */
record Probes(Installation installation, Predicate<String> isServed, List<String> problems) {

    /** The defaults of quarkus.http.port and quarkus.management.port, which the manifests do not change. */
    private static final Map<String, Integer> PORTS = Map.of("http", 8080, "management", 9000);

    void check() {
        Pods service = installation.service();
        if (!service.ports().equals(PORTS)) {
            problems.add("The service listens on " + PORTS + ", not on " + service.ports());
        }
        for (Container container : Objects.requireNonNull(service.spec()).getContainers()) {
            Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                    .forEach(this::checkProbe);
        }
        installation.all(ServiceMonitor.class).stream()
                .flatMap(monitor -> monitor.getSpec().getEndpoints().stream())
                .forEach(endpoint -> checkPath(endpoint.getPath()));
    }

    private void checkProbe(Probe probe) {
        if (probe == null) {
            problems.add("The service lacks one of the three probes");
            return;
        }
        HTTPGetAction get = probe.getHttpGet();
        if (!"management".equals(get.getPort().getStrVal())) {
            problems.add(
                    "A probe does not use the management port: " + get.getPort().getValue());
        }
        checkPath(get.getPath());
    }

    private void checkPath(String path) {
        if (!isServed.test(path)) {
            problems.add("The management port does not serve " + path);
        }
    }
}
