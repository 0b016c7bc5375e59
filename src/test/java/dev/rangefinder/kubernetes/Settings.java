package dev.rangefinder.kubernetes;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks that the service reads its environment variables. */
record Settings(Installation installation, List<String> problems) {

    /** A row of the configuration table, which ConfigurationTableTest compares with the code. */
    private static final Pattern ROW = Pattern.compile("^\\| `(rangefinder\\.[a-z.-]+)` \\|", Pattern.MULTILINE);

    void check() {
        Set<String> known = known();
        installation.clients().stream()
                .flatMap(pods -> Objects.requireNonNull(pods.spec()).getContainers().stream())
                .forEach(container -> {
                    container.getEnv().stream().map(EnvVar::getName).forEach(name -> checkName(name, known));
                    container.getEnvFrom().forEach(source -> checkMap(source, known));
                });
    }

    private void checkMap(EnvFromSource source, Set<String> known) {
        String name = source.getConfigMapRef().getName();
        Optional<ConfigMap> map = installation.find(ConfigMap.class, name);
        if (map.isEmpty() && Boolean.TRUE.equals(source.getConfigMapRef().getOptional())) {
            return;
        }
        if (map.isEmpty()) {
            problems.add("The service reads a ConfigMap that does not exist: " + name);
            return;
        }
        map.get().getData().keySet().forEach(variable -> checkName(variable, known));
    }

    private void checkName(String variable, Set<String> known) {
        if (!known.contains(variable)) {
            problems.add("The service reads no " + variable);
        }
    }

    /** The plain values of the environment variables of the service. */
    static Map<String, String> values(Installation installation) {
        Map<String, String> values = new HashMap<>();
        for (Container container :
                Objects.requireNonNull(installation.service().spec()).getContainers()) {
            container.getEnvFrom().stream()
                    .map(source -> source.getConfigMapRef().getName())
                    .flatMap(name -> installation.find(ConfigMap.class, name).stream())
                    .forEach(map -> values.putAll(map.getData()));
        }
        return values;
    }

    private static Set<String> known() {
        try {
            Set<String> known = new HashSet<>(Set.of("JAVA_TOOL_OPTIONS"));
            Matcher row = ROW.matcher(Files.readString(Path.of("src/site/markdown/operations.md")));
            while (row.find()) {
                known.add(row.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
            }
            addKeysOfQuarkus(known);
            return known;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the runtime keys that all extensions document. Keys that are fixed at build time have no effect. */
    private static void addKeysOfQuarkus(Set<String> known) throws IOException {
        List<URL> descriptions = Collections.list(Thread.currentThread()
                .getContextClassLoader()
                .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"));
        for (URL description : descriptions) {
            try (InputStream model = description.openStream()) {
                new ObjectMapper()
                        .readTree(model).findParents("phase").stream()
                                .filter(key -> key.path("phase").asText().equals("RUN_TIME"))
                                .forEach(key -> known.addAll(key.findValuesAsText("environmentVariable")));
            }
        }
    }
}
