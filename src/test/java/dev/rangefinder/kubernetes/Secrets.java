package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.SecretVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks that every secret that is read exists with the required keys. */
record Secrets(Installation installation, List<String> problems) {

    /** The secrets that an installation must provide, as documented in the production overlay. */
    private static final Map<String, List<String>> PROVIDED = Map.of(
            "rangefinder-database-backup", List.of("ACCESS_KEY_ID", "ACCESS_SECRET_KEY"),
            "rangefinder-database-service", List.of("username", "password"),
            "rangefinder-database-reader", List.of("username", "password"));

    void check() {
        Map<String, Collection<String>> existing = existing();
        for (Pods pods : installation.ownPods()) {
            read(pods)
                    .filter(read ->
                            !existing.getOrDefault(read.name(), List.of()).contains(read.key()))
                    .forEach(read -> problems.add(pods.owner() + " reads a secret that does not exist: " + read));
        }
        installation.all(CloudNativePg.Cluster.class).stream()
                .flatMap(CloudNativePg.Cluster::managedRoles)
                .map(role -> role.passwordSecret().name())
                .filter(secret -> !existing.containsKey(secret))
                .forEach(secret -> problems.add("A role has a secret that does not exist: " + secret));
        for (CloudNativePg.ObjectStore store : installation.all(CloudNativePg.ObjectStore.class)) {
            store.spec().configuration().s3Credentials().keys().stream()
                    .filter(read ->
                            !existing.getOrDefault(read.name(), List.of()).contains(read.key()))
                    .forEach(read -> problems.add("ObjectStore "
                            + store.metadata().getName() + " reads a secret that does not exist: " + read));
        }
    }

    private Map<String, Collection<String>> existing() {
        Map<String, Collection<String>> existing = new HashMap<>(PROVIDED);
        installation.all(CloudNativePg.Cluster.class).forEach(cluster -> existing.putAll(cluster.secrets()));
        for (Secret secret : installation.all(Secret.class)) {
            existing.put(
                    secret.getMetadata().getName(),
                    Stream.of(secret.getData(), secret.getStringData())
                            .filter(Objects::nonNull)
                            .flatMap(data -> data.keySet().stream())
                            .toList());
        }
        return existing;
    }

    private static Stream<CloudNativePg.SecretKey> read(Pods pods) {
        var spec = Objects.requireNonNull(pods.spec());
        Stream<CloudNativePg.SecretKey> variables =
                spec.getContainers().stream().map(Container::getEnv).flatMap(Secrets::variables);
        Stream<CloudNativePg.SecretKey> files = spec.getVolumes().stream()
                .map(Volume::getSecret)
                .filter(Objects::nonNull)
                .flatMap(Secrets::files);
        return Stream.concat(variables, files);
    }

    private static Stream<CloudNativePg.SecretKey> variables(List<EnvVar> variables) {
        return variables.stream()
                .map(EnvVar::getValueFrom)
                .filter(Objects::nonNull)
                .map(source -> source.getSecretKeyRef())
                .filter(Objects::nonNull)
                .map((SecretKeySelector key) -> new CloudNativePg.SecretKey(key.getName(), key.getKey()));
    }

    private static Stream<CloudNativePg.SecretKey> files(SecretVolumeSource secret) {
        return secret.getItems().stream()
                .map(KeyToPath::getKey)
                .map(key -> new CloudNativePg.SecretKey(secret.getSecretName(), key));
    }
}
