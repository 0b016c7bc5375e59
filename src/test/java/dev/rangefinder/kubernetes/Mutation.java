package dev.rangefinder.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A typical mistake in a manifest, and the problem that the test must report.
 *
 * @param object the kind and name of the object
 * @param pointer the changed field (RFC 6901)
 * @param value the new value of the field as JSON; null removes the field
 * @param problem a text that at least one of the problems must contain
 */
record Mutation(
        String overlay,
        String object,
        String pointer,
        @Nullable String value,
        String problem) {

    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";

    static Stream<Mutation> all() {
        return Stream.of(
                        strictness(),
                        traffic(),
                        policies(),
                        workloads(),
                        settings(),
                        databases(),
                        migration(),
                        security())
                .flatMap(mutations -> mutations);
    }

    private static Mutation of(String object, String pointer, @Nullable String value, String problem) {
        return new Mutation("production", object, pointer, value, problem);
    }

    private static Mutation ofDevelopment(String object, String pointer, @Nullable String value, String problem) {
        return new Mutation("development", object, pointer, value, problem);
    }

    private static Stream<Mutation> strictness() {
        return Stream.of(
                of("Deployment rangefinder", "/kind", "\"Deploiment\"", "Unknown kind"),
                of("Deployment rangefinder", "/spec/replica", "3", "\"replica\""),
                of("Deployment rangefinder", "/spec/revisionHistoryLimit", "\"3\"", "revisionHistoryLimit"),
                of("Deployment rangefinder", CONTAINER + "/readinesProbe", "{}", "readinesProbe"),
                of("Deployment rangefinder", CONTAINER + "/resources/limits/memory", "\"512Mib\"", "Mib"),
                of("Deployment rangefinder", CONTAINER + "/imagePullPolicy", "\"Sometimes\"", "Sometimes"),
                of("ConfigMap rangefinder", "/data/RANGEFINDER_WORKERS_QUEUE", "256", "RANGEFINDER_WORKERS_QUEUE"),
                of("PrometheusRule rangefinder", "/spec/groups/0/rules/0/express", "\"up\"", "express"),
                of("PodMonitor rangefinder-database", "/spec/podMetricsEndpoints/0/ports", "\"metrics\"", "ports"),
                of("HTTPRoute rangefinder", "/spec/rules/0/timeout", "\"15s\"", "\"timeout\""),
                of("NetworkPolicy rangefinder", "/spec/ingres", "[]", "ingres"),
                of("Cluster rangefinder-database", "/spec/instance", "3", "\"instance\""),
                of("Cluster rangefinder-database", "/spec/instances", "\"3\"", "instances"),
                of("ScheduledBackup rangefinder-database", "/spec/method", "\"plug\"", "plug"),
                of("ObjectStore rangefinder-database", "/spec/configuration/wal/compression", "\"zip\"", "zip"));
    }

    private static Stream<Mutation> traffic() {
        return Stream.of(
                of("Service rangefinder", "/spec/selector/app.kubernetes.io~1name", "\"finder\"", "selects no pods"),
                of("Service rangefinder", "/spec/ports/0/targetPort", "\"htp\"", "does not have: htp"),
                of(
                        "PodMonitor rangefinder-database",
                        "/spec/podMetricsEndpoints/0/port",
                        "\"metric\"",
                        "does not have: metric"),
                of(
                        "PodMonitor rangefinder-database",
                        "/spec/selector/matchLabels/cnpg.io~1cluster",
                        "\"other\"",
                        "PodMonitor rangefinder-database selects no pods"),
                of("HTTPRoute rangefinder", "/spec/rules/0/backendRefs/0/port", "8080", "leads to no service"),
                of("HTTPRoute rangefinder", "/spec/rules/0/backendRefs/0/name", "\"finder\"", "leads to no service"),
                of(
                        "Deployment rangefinder",
                        CONTAINER + "/readinessProbe/httpGet/path",
                        "\"/q/health/reddy\"",
                        "reddy"),
                of("Deployment rangefinder", CONTAINER + "/readinessProbe/httpGet/port", "\"http\"", "management port"),
                of("Deployment rangefinder", CONTAINER + "/startupProbe", null, "one of the three probes"),
                of("Deployment rangefinder", CONTAINER + "/ports/0/containerPort", "80", "listens on"));
    }

    private static Stream<Mutation> policies() {
        String service = "NetworkPolicy rangefinder";
        String toDatabase = "NetworkPolicy rangefinder-to-database";
        String ofDatabase = "NetworkPolicy rangefinder-database";
        String cluster = "/podSelector/matchLabels/cnpg.io~1cluster";
        return Stream.of(
                of(service, "/spec/podSelector/matchLabels/app.kubernetes.io~1name", "\"finder\"", "selects no pods"),
                of(service, "/spec/ingress/1/ports/0/port", "\"metrics\"", "does not have: metrics"),
                of(service, "/spec/egress", "[]", "may not query DNS"),
                of(toDatabase, "/spec/egress/0/ports/0/port", "5433", "does not have: 5433"),
                of(toDatabase, "/spec/egress/0/to/0" + cluster, "\"other\"", "names pods that are not there"),
                of(toDatabase, "/spec/egress", "[]", "block Deployment rangefinder from Cluster"),
                of(ofDatabase, "/spec/ingress/0/from", "[{\"namespaceSelector\": {}}]", "block Deployment rangefinder"),
                of(ofDatabase, "/spec/ingress/2/ports/0/port", "5432", "block Prometheus from Cluster"),
                of(ofDatabase, "/spec" + cluster, "\"other\"", "rangefinder-database selects no pods"),
                ofDevelopment(
                        ofDatabase,
                        "/spec/podSelector/matchLabels/app.kubernetes.io~1name",
                        "\"other\"",
                        "No network policy guards StatefulSet"),
                ofDevelopment(ofDatabase, "/spec/ingress/0/ports/0/port", "\"pg\"", "does not have: pg"),
                ofDevelopment(toDatabase, "/spec/egress", "[]", "block Deployment rangefinder from StatefulSet"));
    }

    private static Stream<Mutation> workloads() {
        String component = "matchLabels/app.kubernetes.io~1component";
        return Stream.of(
                of("Deployment rangefinder", "/spec/selector/" + component, "\"web\"", "does not select its own"),
                of(
                        "Deployment rangefinder",
                        POD + "/topologySpreadConstraints/0/labelSelector/" + component,
                        "\"web\"",
                        "spreads other pods"),
                of("Deployment rangefinder", CONTAINER + "/volumeMounts/0/name", "\"temp\"", "does not have: temp"),
                of("Deployment rangefinder", "/spec/replicas", "3", "both set the number of replicas"),
                of("Deployment rangefinder", "/metadata/namespace", "\"other\"", "namespace that does not exist"),
                of(
                        "HorizontalPodAutoscaler rangefinder",
                        "/spec/scaleTargetRef/name",
                        "\"finder\"",
                        "a workload that does not exist"),
                of("HorizontalPodAutoscaler rangefinder", "/spec/minReplicas", "9", "no range of replicas"),
                of("PodDisruptionBudget rangefinder", "/spec/selector/" + component, "\"web\"", "selects no pods"),
                ofDevelopment("StatefulSet rangefinder-database", "/spec/serviceName", "\"db\"", "not exist: db"));
    }

    private static Stream<Mutation> settings() {
        String username = CONTAINER + "/env/0/valueFrom/secretKeyRef";
        return Stream.of(
                of(
                        "ConfigMap rangefinder",
                        "/data/RANGEFINDER_WORKERS_QEUE",
                        "\"1\"",
                        "reads no RANGEFINDER_WORKERS_QEUE"),
                of("ConfigMap rangefinder", "/data/QUARKUS_LOG_LEVLE", "\"INFO\"", "reads no QUARKUS_LOG_LEVLE"),
                of(
                        "ConfigMap rangefinder",
                        "/data/QUARKUS_FLYWAY_ENABLED",
                        "\"false\"",
                        "reads no QUARKUS_FLYWAY_ENABLED"),
                of("Deployment rangefinder", CONTAINER + "/env/0/name", "\"RANGEFINDER_DATABASE_USER\"", "reads no"),
                of("Deployment rangefinder", CONTAINER + "/envFrom/0/configMapRef/name", "\"finder\"", "ConfigMap"),
                of("Deployment rangefinder", username + "/key", "\"user-name\"", "secret that does not exist"),
                of("Deployment rangefinder", username + "/name", "\"database\"", "secret that does not exist"),
                ofDevelopment("Secret rangefinder-database-app", "/stringData/password", null, "secret that does not"),
                of(
                        "ObjectStore rangefinder-database",
                        "/spec/configuration/s3Credentials/accessKeyId/key",
                        "\"KEY\"",
                        "secret that does not exist"));
    }

    private static Stream<Mutation> databases() {
        String url = "/data/RANGEFINDER_DATABASE_URL";
        return Stream.of(
                of("ConfigMap rangefinder", url, "\"jdbc:postgresql://db:5432/rangefinder\"", "not exist: db:5432"),
                of(
                        "ConfigMap rangefinder",
                        url,
                        "\"jdbc:postgresql://rangefinder-database-rw:5432/other\"",
                        "a database that does not exist"),
                of("Deployment rangefinder", CONTAINER + "/volumeMounts/0/mountPath", "\"/etc/ssl\"", "not mounted"),
                of("Cluster rangefinder-database", "/spec/instances", "2", "majority"),
                of("HorizontalPodAutoscaler rangefinder", "/spec/maxReplicas", "40", "too few connections"),
                of(
                        "Cluster rangefinder-database",
                        "/spec/plugins/0/parameters/barmanObjectName",
                        "\"store\"",
                        "a store that does not exist"),
                of(
                        "ScheduledBackup rangefinder-database",
                        "/spec/cluster/name",
                        "\"db\"",
                        "cluster that does not exist"),
                of("ScheduledBackup rangefinder-database", "/spec/schedule", "\"0 3 * * *\"", "six fields"),
                of("ScheduledBackup rangefinder-database", "/spec/pluginConfiguration/name", "\"barman\"", "a plugin"));
    }

    private static Stream<Mutation> migration() {
        String job = "Job rangefinder-migration";
        String policy = "NetworkPolicy rangefinder-migration";
        String secret = CONTAINER + "/env/0/valueFrom/secretKeyRef/name";
        return Stream.of(
                of(job, "/spec/backoffLimits", "3", "\"backoffLimits\""),
                of(job, POD + "/restartPolicy", "\"Sometimes\"", "restartPolicy cannot be Sometimes"),
                of(job, CONTAINER + "/args/0", "\"migrates\"", "does not migrate"),
                of(job, CONTAINER + "/env/0/name", "\"RANGEFINDER_DATABASE_USER\"", "reads no"),
                of(job, secret, "\"database\"", "Job rangefinder-migration reads a secret that does not exist"),
                of(job, CONTAINER + "/volumeMounts/1/mountPath", "\"/etc/ssl\"", "not mounted in Job"),
                of(job, POD + "/securityContext/runAsNonRoot", null, "Job rangefinder-migration may run as root"),
                of(policy, "/spec/egress/1/ports/0/port", "5433", "block Job rangefinder-migration from Cluster"),
                of(policy, "/spec/egress/0/ports", "[]", "Job rangefinder-migration may not query DNS"),
                of("ConfigMap rangefinder", "/data/RANGEFINDER_MIGRATION_AT_START", "\"true\"", "does not wait"),
                of(
                        "Cluster rangefinder-database",
                        "/spec/managed/roles/0/passwordSecret/name",
                        "\"service\"",
                        "secret that does not exist: service"),
                of("Cluster rangefinder-database", "/spec/managed/roles/1/ensure", "\"there\"", "there"));
    }

    private static Stream<Mutation> security() {
        return Stream.of(
                of("Namespace rangefinder", "/metadata/labels", "{}", "does not enforce"),
                of("ServiceAccount rangefinder", "/automountServiceAccountToken", "true", "service account without"),
                of("Deployment rangefinder", POD + "/automountServiceAccountToken", null, "mounts a token"),
                of("Deployment rangefinder", POD + "/securityContext/runAsNonRoot", null, "may run as root"),
                of("Deployment rangefinder", POD + "/securityContext/seccompProfile", null, "no seccomp profile"),
                of("Deployment rangefinder", POD + "/hostNetwork", "true", "shares namespaces"),
                of("Deployment rangefinder", CONTAINER + "/securityContext", null, "does not drop all capabilities"),
                of("Deployment rangefinder", CONTAINER + "/image", "\"ghcr.io/rangefinder/rangefinder\"", "version"),
                of("Deployment rangefinder", CONTAINER + "/resources", "{}", "no limit for its memory"),
                ofDevelopment(
                        "StatefulSet rangefinder-database",
                        CONTAINER + "/securityContext/readOnlyRootFilesystem",
                        "false",
                        "may write to its root"));
    }

    /** Copies of the objects with the mistake. */
    List<JsonNode> apply(List<JsonNode> objects) {
        List<JsonNode> copies =
                objects.stream().<JsonNode>map(JsonNode::deepCopy).toList();
        JsonNode changed = copies.stream()
                .filter(copy -> object.equals(nameOf(copy)))
                .findFirst()
                .orElseThrow();
        JsonPointer field = JsonPointer.compile(pointer);
        change(changed.requiredAt(field.head()), field.last());
        return copies;
    }

    /** The kind and name, without the hash that kustomize appends to the name of a ConfigMap. */
    private static String nameOf(JsonNode object) {
        String kind = object.path("kind").asText();
        String name = object.path("metadata").path("name").asText();
        return kind + ' ' + (kind.equals("ConfigMap") ? name.replaceFirst("-[a-z0-9]{10}$", "") : name);
    }

    private void change(JsonNode parent, JsonPointer field) {
        if (value == null) {
            ((ObjectNode) parent).required(field.getMatchingProperty());
            ((ObjectNode) parent).remove(field.getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.set(field.getMatchingIndex(), json());
        } else {
            ((ObjectNode) parent).set(field.getMatchingProperty(), json());
        }
    }

    private JsonNode json() {
        try {
            return new ObjectMapper().readTree(value);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return overlay + ", " + object + ' ' + pointer + ": " + value;
    }
}
