package dev.rangefinder.kubernetes;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks that the service can reach its database, that there are enough connections, and that backups refer to it. */
record Databases(Installation installation, List<String> problems) {

    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^:/]+):(\\d+)/(\\w+)(?:\\?(.*))?");
    private static final Pattern AUTHORITY = Pattern.compile("sslrootcert=([^&]+)");

    /** The sizes of the pools: 21 for operations, 4 for those as of a moment, and 4 for changes. */
    private static final int CONNECTIONS_EACH = 21 + 4 + 4;

    private static final int CONNECTIONS_OF_OPERATOR = 10;

    void check() {
        Map<String, String> settings = Settings.values(installation);
        settings.forEach((variable, value) -> {
            if (value.startsWith("jdbc:")) {
                checkUrl(variable, value);
            }
        });
        installation.all(CloudNativePg.Cluster.class).forEach(this::checkCluster);
        installation.all(CloudNativePg.ScheduledBackup.class).forEach(this::checkBackup);
    }

    private void expect(boolean truth, String otherwise) {
        if (!truth) {
            problems.add(otherwise);
        }
    }

    private void checkUrl(String variable, String value) {
        Matcher url = URL.matcher(value);
        expect(url.matches(), variable + " is not the URL of a database: " + value);
        if (!url.matches()) {
            return;
        }
        Optional<Pods> pods = podsBehind(url.group(1), Integer.parseInt(url.group(2)));
        expect(
                pods.isPresent(),
                variable + " names a service that does not exist: " + url.group(1) + ':' + url.group(2));
        pods.ifPresent(database -> {
            installation
                    .clients()
                    .forEach(client -> expect(
                            new Policies(installation, problems).allows(client, database, 5432),
                            "Network policies block " + client.owner() + " from " + database.owner()));
            expect(
                    database(database).equals(url.group(3)),
                    variable + " names a database that does not exist: " + url.group(3));
        });
        Matcher authority = AUTHORITY.matcher(Objects.requireNonNullElse(url.group(4), ""));
        if (authority.find()) {
            installation
                    .clients()
                    .forEach(client -> expect(
                            isMounted(authority.group(1), client),
                            variable + " names a file that is not mounted in " + client.owner()));
        }
    }

    private Optional<Pods> podsBehind(String host, int port) {
        return installation.pods().stream()
                .filter(pods -> Stream.concat(servicesOfOperator(pods, port), ownServices(pods, port))
                        .anyMatch(host::equals))
                .findFirst();
    }

    private Stream<String> servicesOfOperator(Pods pods, int port) {
        return installation.all(CloudNativePg.Cluster.class).stream()
                .filter(cluster -> pods.owner().equals("Cluster " + cluster.name()) && port == 5432)
                .flatMap(cluster -> cluster.services().stream());
    }

    private Stream<String> ownServices(Pods pods, int port) {
        return installation.all(Service.class).stream()
                .filter(service -> pods.match(service.getSpec().getSelector()))
                .filter(service -> service.getSpec().getPorts().stream().anyMatch(open -> open.getPort() == port))
                .map(service -> service.getMetadata().getName());
    }

    private String database(Pods pods) {
        if (pods.spec() == null) {
            return installation
                    .all(CloudNativePg.Cluster.class)
                    .get(0)
                    .spec()
                    .bootstrap()
                    .initdb()
                    .database();
        }
        return pods.spec().getContainers().stream()
                .flatMap(container -> container.getEnv().stream())
                .filter(variable -> variable.getName().equals("POSTGRES_DB"))
                .map(variable -> variable.getValue())
                .findFirst()
                .orElse("");
    }

    private static boolean isMounted(String file, Pods client) {
        var spec = Objects.requireNonNull(client.spec());
        Container container = spec.getContainers().get(0);
        return spec.getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .flatMap(volume -> container.getVolumeMounts().stream()
                        .filter(mount -> mount.getName().equals(volume.getName()))
                        .flatMap(mount -> files(volume, mount)))
                .anyMatch(file::equals);
    }

    private static Stream<String> files(Volume volume, VolumeMount mount) {
        return volume.getSecret().getItems().stream()
                .map(KeyToPath::getPath)
                .map(path -> mount.getMountPath() + '/' + path);
    }

    private void checkCluster(CloudNativePg.Cluster cluster) {
        int connections =
                Integer.parseInt(cluster.spec().postgresql().parameters().get("max_connections"));
        expect(
                connections >= mostReplicas() * CONNECTIONS_EACH + CONNECTIONS_OF_OPERATOR,
                "Cluster " + cluster.name() + " has too few connections: " + connections);
        expect(cluster.spec().instances() >= 3, "Cluster " + cluster.name() + " loses its majority with one instance");
        for (CloudNativePg.Plugin plugin : cluster.spec().plugins()) {
            String store = plugin.parameters().get("barmanObjectName");
            expect(
                    installation.all(CloudNativePg.ObjectStore.class).stream()
                            .anyMatch(object -> object.metadata().getName().equals(store)),
                    "Cluster " + cluster.name() + " archives to a store that does not exist: " + store);
        }
    }

    private int mostReplicas() {
        int surge = installation.all(Deployment.class).stream()
                .map(deployment ->
                        deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge())
                .mapToInt(IntOrString::getIntVal)
                .sum();
        return surge
                + installation.all(HorizontalPodAutoscaler.class).stream()
                        .mapToInt(autoscaler -> autoscaler.getSpec().getMaxReplicas())
                        .sum();
    }

    private void checkBackup(CloudNativePg.ScheduledBackup backup) {
        String name = "ScheduledBackup " + backup.metadata().getName();
        Optional<CloudNativePg.Cluster> cluster = installation.all(CloudNativePg.Cluster.class).stream()
                .filter(candidate ->
                        candidate.name().equals(backup.spec().cluster().name()))
                .findFirst();
        expect(
                cluster.isPresent(),
                name + " names a cluster that does not exist: "
                        + backup.spec().cluster().name());
        String plugin = backup.spec().pluginConfiguration().name();
        expect(
                cluster.stream()
                        .flatMap(backed -> backed.spec().plugins().stream())
                        .anyMatch(candidate -> candidate.name().equals(plugin)),
                name + " names a plugin that its cluster does not have: " + plugin);
        expect(
                backup.spec().schedule().split(" ").length == 6,
                name + " has no schedule of six fields: " + backup.spec().schedule());
    }
}
