package dev.rangefinder.engine;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.subscription.Subscriptions;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/**
 * Caffeine loads the class of each kind of cache by a name that it assembles, which works in a native executable only
 * if the class is registered.
 */
@QuarkusTest
class NativeCachesTest {

    private static final Pattern KIND =
            Pattern.compile("com\\.github\\.benmanes\\.caffeine\\.cache\\.([A-Z]+)(?![\\w$])");

    /** The classes that io.quarkus.caffeine.runtime.graal.CacheConstructorsFeature registers. */
    private static final Set<String> BY_QUARKUS = Set.of(
            ("PDMS PSA PSAW PSMS PSW PSMW PSAMW PSAWMW PSWMS PSWMW SILMS SSA SSAW SSLA SSLMS SSMS SSMSA SSMSAW SSMSW SSW "
                            + "SILSMS SSSA SSLSA SSLSMS SSSMS SSSMSA SSSMSW SSSMSAW SSSW SSSAW")
                    .split(" "));

    @Test
    void everyKindOfCacheInUseIsRegistered() throws Exception {
        given().queryParam("query", "{catalogue {revision}}").get("/graphql");

        Set<String> kinds = kinds(histogram());

        assertTrue(kinds.contains("WSMW"), kinds::toString);
        kinds.removeAll(BY_QUARKUS);
        kinds.removeAll(registeredKinds());
        assertEquals(Set.of(), kinds);
    }

    private static Set<String> registeredKinds() {
        return Stream.of(Documents.class, SelectionCache.class, Subscriptions.class)
                .map(type -> type.getAnnotation(RegisterForReflection.class))
                .flatMap(registration -> Stream.of(registration.classNames()))
                .flatMap(name -> kinds(name).stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> kinds(String text) {
        Set<String> kinds = new TreeSet<>();
        Matcher kind = KIND.matcher(text);
        while (kind.find()) {
            kinds.add(kind.group(1));
        }
        return kinds;
    }

    /** The classes of all objects on the heap. */
    private static String histogram() throws Exception {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }
}
