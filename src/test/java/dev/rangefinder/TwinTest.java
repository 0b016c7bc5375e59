package dev.rangefinder;

import static dev.rangefinder.ArchitectureTest.FEATURES;
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
 * What a client could see is tested twice: in the JVM of the tests, and on what has been packaged. So a test has a twin that
 * extends it, unless it looks inside the service: then it injects a bean, which Quarkus refuses in tests of the package. A
 * data source is no reason, because {@link CatalogueData} connects to the database of either. What is tested on generated
 * catalogues is selected by its package and its tag, and must not be missed for the lack of one.
 */
class TwinTest {

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("dev.rangefinder");

    /** These have none, and why not. */
    private static final Map<String, String> ALONE = Map.of(
            "dev.rangefinder.engine.NativeCachesTest",
                    "looks at the objects in the JVM that it shares with the service",
            "dev.rangefinder.generated.BoundedWorkTest", "needs a generated catalogue, which takes minutes to fill",
            "dev.rangefinder.generated.DatabaseWorkTest", "needs a generated catalogue, which takes minutes to fill",
            "dev.rangefinder.generated.IndexesTest", "needs a generated catalogue, which takes minutes to fill",
            "dev.rangefinder.kubernetes.KubernetesTest", "asks the manifests, and the service for its configuration");

    @Test
    void everyTestThatInjectsNothingRunsOnThePackageAsWell() {
        assertEquals(
                ALONE.keySet(),
                TESTS.stream()
                        .filter(test -> test.isAnnotatedWith(QuarkusTest.class))
                        .filter(test -> !looksInside(test) && !hasTwin(test))
                        .map(JavaClass::getName)
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void testsOfGeneratedCataloguesAreWhereTheirProfileLooks() {
        assertEquals(
                Set.of("dev.rangefinder.generated"),
                tagged("generated").map(JavaClass::getPackageName).collect(toSet()));
    }

    /** What is tagged so makes the AOT cache. Tests with a profile would start the package once more. */
    @Test
    void testsOfAllFeaturesTrainThePackage() {
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
        return TESTS.stream()
                .filter(test -> test.isAnnotatedWith(Tag.class))
                .filter(test -> test.getAnnotationOfType(Tag.class).value().equals(tag));
    }

    private static boolean looksInside(JavaClass test) {
        return test.getAllFields().stream()
                .filter(field -> field.isAnnotatedWith(Inject.class))
                .anyMatch(field -> !field.getRawType().isAssignableTo(DataSource.class));
    }

    private static boolean hasTwin(JavaClass test) {
        String twin = test.getName().replaceFirst("Test$", "IT");
        return TESTS.contain(twin)
                && TESTS.get(twin).isAnnotatedWith(QuarkusIntegrationTest.class)
                && TESTS.get(twin).isAssignableTo(test.getName());
    }
}
