package dev.rangefinder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.i18n.I18n;
import io.opentelemetry.exporter.internal.http.HttpSenderProvider;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The reachability metadata registers what a native executable looks up by name. */
class NativeMetadataTest {

    private static final String METADATA =
            "/META-INF/native-image/dev.rangefinder/rangefinder/reachability-metadata.json";

    /** The bundles that io.quarkus.smallrye.graphql.deployment.SmallRyeGraphQLProcessor registers. */
    private static final Set<String> BY_QUARKUS = Set.of("i18n.Parsing", "i18n.Validation");

    @Test
    void messageBundlesOfGraphqlJavaAreRegistered() throws IOException {
        Set<String> registered = new TreeSet<>(BY_QUARKUS);
        metadata().path("resources").findValuesAsText("bundle").forEach(registered::add);

        Set<String> all = Stream.of(I18n.BundleType.values())
                .map(type -> "i18n." + type.name())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, registered);
    }

    @Tag("virtual-threads")
    @Test
    void registeredMethodsOfThreadsExist() throws Exception {
        assumeTrue(Runtime.version().feature() >= 21, "no virtual threads");
        List<JsonNode> types = new ArrayList<>();
        metadata().path("reflection").forEach(types::add);
        types.removeIf(type -> !type.path("type").asText().startsWith("java.lang.Thread"));
        assertEquals(2, types.size());
        for (JsonNode type : types) {
            for (JsonNode method : type.path("methods")) {
                assertNotNull(Class.forName(type.path("type").asText())
                        .getMethod(method.path("name").asText()));
            }
        }
    }

    /** The trace exporter looks it up as a service, in a native executable as well. */
    @Test
    void senderOfTheTraceExporterIsRegistered() throws Exception {
        String service = "META-INF/services/" + HttpSenderProvider.class.getName();
        assertTrue(metadata().path("resources").findValuesAsText("glob").contains(service));

        List<String> senders = ServiceLoader.load(HttpSenderProvider.class).stream()
                .map(provider -> provider.type().getName())
                .toList();
        assertEquals(1, senders.size(), senders::toString);
        assertTrue(metadata().path("reflection").findValuesAsText("type").contains(senders.get(0)));
    }

    /** Quarkus needs these proxies when it starts: see dev.rangefinder.lifecycle.Deferred. */
    @Test
    void proxiesOfTheSessionFactoryAreRegistered() throws Exception {
        Set<String> registered = new TreeSet<>();
        metadata()
                .path("reflection")
                .findValues("proxy")
                .forEach(proxy -> registered.add(proxy.path(0).asText()));

        Set<String> all = new TreeSet<>(Set.of(SessionFactoryImplementor.class.getName()));
        for (String method : List.of(
                "getCache", "getCriteriaBuilder", "getMetamodel", "getPersistenceUnitUtil", "getSchemaManager")) {
            all.add(SessionFactory.class.getMethod(method).getReturnType().getName());
        }
        assertEquals(all, registered);
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream json = NativeMetadataTest.class.getResourceAsStream(METADATA)) {
            return new ObjectMapper().readTree(json);
        }
    }
}
