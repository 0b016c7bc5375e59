package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pods that one object creates.
 *
 * @param ports their ports by name
 * @param spec their specification, or null if only an operator knows it
 */
record Pods(
        String owner,
        Map<String, String> labels,
        Map<String, Integer> ports,
        @Nullable PodSpec spec) {

    static Pods of(HasMetadata owner, PodTemplateSpec template) {
        return new Pods(
                owner.getKind() + ' ' + owner.getMetadata().getName(),
                template.getMetadata().getLabels(),
                template.getSpec().getContainers().stream()
                        .flatMap(container -> container.getPorts().stream())
                        .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort)),
                template.getSpec());
    }

    /** The pods of a CloudNativePG cluster, whose labels and ports are documented. */
    static Pods of(CloudNativePg.Cluster cluster) {
        return new Pods(
                "Cluster " + cluster.name(),
                Map.of("cnpg.io/cluster", cluster.name(), "cnpg.io/podRole", "instance"),
                Map.of("postgresql", 5432, "status", 8000, "metrics", 9187),
                null);
    }

    boolean match(Map<String, String> selector) {
        return labels.entrySet().containsAll(selector.entrySet());
    }

    /** Whether a selector matches these pods. An empty one matches all. */
    boolean match(LabelSelector selector) {
        if (!selector.getMatchExpressions().isEmpty()) {
            throw new IllegalArgumentException("Unsupported by this test: " + selector.getMatchExpressions());
        }
        return match(Objects.requireNonNullElse(selector.getMatchLabels(), Map.of()));
    }

    /** The number of a port of these pods. */
    Optional<Integer> port(IntOrString port) {
        if (port.getStrVal() != null) {
            return Optional.ofNullable(ports.get(port.getStrVal()));
        }
        return ports.values().stream().filter(port.getIntVal()::equals).findFirst();
    }

    /** The pods that a selector matches. */
    static List<Pods> chosen(List<Pods> all, LabelSelector selector) {
        return all.stream().filter(pods -> pods.match(selector)).toList();
    }
}
