package dev.rangefinder;

import static dev.rangefinder.ArchitectureTest.FEATURES;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Behaviour that a client could see is tested twice: in the JVM of the tests, and against the packaged service. Each
 * test is extended by an integration test, unless it injects a bean, which Quarkus rejects in integration tests. A
 * data source is no exception, because {@link CatalogueData} connects to the database of either. Tests on generated
 * catalogues are selected by package and tag, and need both.
 */
class IntegrationTestCoverageTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.rangefinder");

    /** The tests without an integration test, each with the reason. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            entry(
                    "dev.rangefinder.catalogue.ConstraintsTest",
                    "tests the database, which does not depend on the package"),
            entry(
                    "dev.rangefinder.change.ConcurrentClaimsTest",
                    "tests the database, which does not depend on the package"),
            entry(
                    "dev.rangefinder.change.RevisionTriggersTest",
                    "tests the database, which does not depend on the package"),
            entry("dev.rangefinder.change.WritersTest", "tests the database, which does not depend on the package"),
            entry(
                    "dev.rangefinder.evidence.EvidenceWeighingTest",
                    "tests the database, which does not depend on the package"),
            entry(
                    "dev.rangefinder.engine.MomentsTest",
                    "counts the statements of classes that read a database of their own"),
            entry(
                    "dev.rangefinder.engine.NativeCachesTest",
                    "inspects the heap of the JVM that it shares with the service"),
            entry(
                    "dev.rangefinder.generated.BoundedWorkTest",
                    "needs a generated catalogue, which takes minutes to load"),
            entry(
                    "dev.rangefinder.generated.DatabaseWorkTest",
                    "needs a generated catalogue, which takes minutes to load"),
            entry(
                    "dev.rangefinder.generated.SearchWorkTest",
                    "needs a generated catalogue, which takes minutes to load"),
            entry("dev.rangefinder.search.FoldedTextTest", "compares a class with the functions of the database"),
            entry("dev.rangefinder.generated.IndexesTest", "needs a generated catalogue, which takes minutes to load"),
            entry(
                    "dev.rangefinder.http.FrontEndsTest",
                    "tests clients, whose requests the tests of HTTP and WebSockets send to the package"),
            entry(
                    "dev.rangefinder.kubernetes.KubernetesTest",
                    "reads the manifests and the configuration of the service"),
            entry("dev.rangefinder.change.LogTest", "tests the database, which does not depend on the package"),
            entry(
                    "dev.rangefinder.catalogue.LoggedPropertiesTest",
                    "tests the database, which does not depend on the package"),
            entry(
                    "dev.rangefinder.catalogue.CatalogueFileTest",
                    "imports into a schema of its own, which the package does not have"),
            entry(
                    "dev.rangefinder.catalogue.EvidenceRuleTest",
                    "imports into a schema of its own, which the package does not have"),
            entry(
                    "dev.rangefinder.catalogue.RulesTest",
                    "imports into a schema of its own, which the package does not have"),
            entry(
                    "dev.rangefinder.catalogue.SearchRelevanceTest",
                    "searches a schema of its own, which the package does not have"),
            entry(
                    "dev.rangefinder.catalogue.ImportTest",
                    "imports into a schema of its own, which the package does not have"),
            entry(
                    "dev.rangefinder.catalogue.RevertImportTest",
                    "imports into a schema of its own, which the package does not have"),
            entry(
                    "dev.rangefinder.catalogue.ImportLimitsTest",
                    "imports into a schema of its own, which the package does not have"));

    private static final Set<String> PROCESSES = Set.of("ServiceProcess", "CommandProcess", "DevMode");

    @Test
    void testWithoutInjectedBeansAlsoRunsAgainstThePackage() {
        assertEquals(
                EXEMPT.keySet(),
                TESTS.stream()
                        .filter(test -> test.isAnnotatedWith(QuarkusTest.class))
                        .filter(test -> !injectsBeans(test) && !hasIntegrationTest(test))
                        .map(JavaClass::getName)
                        .collect(toCollection(TreeSet::new)));
    }

    /** Only a native executable needs them: a JAR has the classes that have passed the same tests. */
    @Test
    void integrationTestThatOnlyRepeatsOthersIsTagged() {
        assertEquals(
                Set.of(),
                TESTS.stream()
                        .filter(test -> test.isAnnotatedWith(QuarkusIntegrationTest.class))
                        .filter(test -> test.getMethods().isEmpty() && !isTagged(test))
                        .map(JavaClass::getName)
                        .collect(toSet()));
    }

    private static boolean isTagged(JavaClass test) {
        return test.reflect().getAnnotationsByType(Tag.class).length > 0;
    }

    /** A service takes seconds to start. */
    @Test
    void testThatStartsServicesIsTagged() {
        assertEquals(
                Set.of(),
                TESTS.stream()
                        .filter(test -> test.getSimpleName().endsWith("IT"))
                        .filter(test -> test.getDirectDependenciesFromSelf().stream()
                                .anyMatch(used ->
                                        PROCESSES.contains(used.getTargetClass().getSimpleName())))
                        .filter(test -> !hasTag(test, "processes") && !hasTag(test, "faults"))
                        .map(JavaClass::getName)
                        .collect(toSet()));
    }

    @Test
    void testsOfGeneratedCataloguesAreInTheirPackage() {
        assertEquals(
                Set.of("dev.rangefinder.generated"),
                tagged("generated").map(JavaClass::getPackageName).collect(toSet()));
    }

    /** Tagged tests record the AOT cache. Tests with a profile would start the package once more. */
    @Test
    void testsOfAllFeaturesTrainTheAotCache() {
        assertEquals(
                TESTS.stream()
                        .filter(test -> test.isAnnotatedWith(QuarkusIntegrationTest.class))
                        .filter(test -> FEATURES.contains(test.getPackageName().replaceFirst(".*\\.", "")))
                        .collect(toSet()),
                tagged("training")
                        .filter(test -> !test.getSimpleName().equals("FilterIT"))
                        .collect(toSet()));
        assertEquals(
                Set.of(),
                tagged("training")
                        .filter(test -> test.isAnnotatedWith(TestProfile.class))
                        .collect(toSet()));
    }

    private static Stream<JavaClass> tagged(String tag) {
        return TESTS.stream().filter(test -> hasTag(test, tag));
    }

    private static boolean hasTag(JavaClass test, String tag) {
        return Stream.of(test.reflect().getAnnotationsByType(Tag.class))
                .anyMatch(annotation -> annotation.value().equals(tag));
    }

    private static boolean injectsBeans(JavaClass test) {
        return test.getAllFields().stream()
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .anyMatch(field -> !field.getRawType().isAssignableTo(DataSource.class));
    }

    private static boolean hasIntegrationTest(JavaClass test) {
        String integrationTest = test.getName().replaceFirst("Test$", "IT");
        return TESTS.contain(integrationTest)
                && TESTS.get(integrationTest).isAnnotatedWith(QuarkusIntegrationTest.class)
                && TESTS.get(integrationTest).isAssignableTo(test.getName());
    }
}
