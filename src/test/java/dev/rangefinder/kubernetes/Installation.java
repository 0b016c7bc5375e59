package dev.rangefinder.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All objects of one overlay. */
record Installation(List<Object> objects) {

    /**
     * Reads the objects.
     *
     * @throws IllegalArgumentException if one of them is invalid for its kind
     */
    static Installation of(List<JsonNode> rendered) {
        return new Installation(rendered.stream().map(StrictReader::read).toList());
    }

    /** The objects of one kind. */
    <T> List<T> all(Class<T> kind) {
        return objects.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The object of a kind and name. */
    <T extends HasMetadata> Optional<T> find(Class<T> kind, String name) {
        return all(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst();
    }

    /** All pods, grouped by the object that creates them. */
    List<Pods> pods() {
        return Stream.of(
                        all(Deployment.class).stream()
                                .map(owner -> Pods.of(owner, owner.getSpec().getTemplate())),
                        all(StatefulSet.class).stream()
                                .map(owner -> Pods.of(owner, owner.getSpec().getTemplate())),
                        all(Job.class).stream()
                                .map(owner -> Pods.of(owner, owner.getSpec().getTemplate())),
                        all(CloudNativePg.Cluster.class).stream().map(Pods::of))
                .flatMap(pods -> pods)
                .toList();
    }

    /** The pods of this project's own manifests. */
    List<Pods> ownPods() {
        return pods().stream().filter(pods -> pods.spec() != null).toList();
    }

    /** The pods that run the image of the service, and connect to its database. */
    List<Pods> clients() {
        return ownPods().stream()
                .filter(pods -> "rangefinder".equals(pods.labels().get("app.kubernetes.io/name")))
                .toList();
    }

    /** The service itself. */
    Pods service() {
        return pods().stream()
                .filter(pods -> pods.owner().equals("Deployment rangefinder"))
                .findFirst()
                .orElseThrow();
    }
}
