package dev.rangefinder;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static java.util.Map.entry;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.netty.channel.ChannelHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Mutation;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/** The architecture rules: package dependencies, naming and the types that are allowed. */
class ArchitectureTest {

    private static final String ROOT = "dev.rangefinder.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rangefinder");

    /** The packages with entities. Each is independent of those after it. */
    static final List<String> FEATURES =
            List.of("evidence", "brand", "partnership", "device", "market", "event", "timeline", "history");

    /** All other packages, and the packages that each may use. Only import and export use features. */
    private static final Map<String, List<String>> USES = Map.ofEntries(
            entry("error", List.of()),
            entry("memory", List.of()),
            entry("admission", List.of()),
            entry("scalar", List.of()),
            entry("filter", List.of("error", "scalar")),
            entry("relay", List.of("error", "scalar", "filter")),
            entry("transaction", List.of("memory", "admission")),
            entry("store", List.of("error", "filter", "relay", "transaction")),
            entry("node", List.of("error", "relay", "store")),
            entry("search", List.of("error", "relay", "node", "transaction")),
            entry("identity", List.of("error", "admission")),
            entry("change", List.of("relay", "transaction")),
            entry("mutation", List.of("error", "relay", "store", "node", "identity", "transaction", "change")),
            entry("observation", List.of("error", "relay")),
            entry(
                    "engine",
                    List.of(
                            "error",
                            "scalar",
                            "filter",
                            "relay",
                            "transaction",
                            "store",
                            "change",
                            "identity",
                            "mutation",
                            "observation",
                            "memory",
                            "admission")),
            entry(
                    "serving",
                    List.of(
                            "engine",
                            "error",
                            "scalar",
                            "change",
                            "identity",
                            "transaction",
                            "observation",
                            "memory",
                            "admission")),
            entry(
                    "subscription",
                    List.of(
                            "serving",
                            "engine",
                            "error",
                            "change",
                            "identity",
                            "transaction",
                            "observation",
                            "memory")),
            entry(
                    "http",
                    List.of(
                            "serving",
                            "subscription",
                            "engine",
                            "error",
                            "scalar",
                            "change",
                            "identity",
                            "observation",
                            "memory")),
            entry(
                    "websocket",
                    List.of(
                            "http",
                            "serving",
                            "subscription",
                            "engine",
                            "error",
                            "change",
                            "identity",
                            "observation",
                            "admission")),
            entry("federation", List.of("error", "scalar", "relay", "store", "node", "engine")),
            entry(
                    "feed",
                    List.of(
                            "error",
                            "relay",
                            "store",
                            "node",
                            "transaction",
                            "change",
                            "brand",
                            "partnership",
                            "history")),
            entry("difference", List.of("error", "relay", "store", "node", "transaction", "change", "history")),
            entry("protocol", List.of("error")),
            entry("lifecycle", List.of("transaction")),
            entry(
                    "catalogue",
                    List.of(
                            "error",
                            "identity",
                            "lifecycle",
                            "relay",
                            "store",
                            "node",
                            "mutation",
                            "scalar",
                            "transaction",
                            "change",
                            "serving",
                            "http",
                            "evidence",
                            "brand",
                            "partnership",
                            "device",
                            "market",
                            "event")),
            entry("database", List.of()),
            entry("development", List.of("database", "http", "identity", "lifecycle")));

    private static String[] packages(Collection<String> names) {
        return names.stream().map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    private static Set<String> packagesOf(Stream<JavaClass> classes) {
        return classes.map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()).replaceFirst("[.].*", ""))
                .collect(toSet());
    }

    @Test
    void everyPackageIsListed() {
        assertEquals(
                Set.copyOf(FEATURES), packagesOf(CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class))));
        Set<String> all = new HashSet<>(FEATURES);
        all.addAll(USES.keySet());
        assertEquals(all, packagesOf(CLASSES.stream()));
    }

    @Test
    void packagesUseOnlyTheirDeclaredDependencies() {
        USES.forEach((user, used) -> noClasses()
                .that()
                .resideInAPackage(ROOT + user + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.rangefinder..")
                        .and(resideOutsideOfPackages(packages(used)))
                        .and(resideOutsideOfPackage(ROOT + user + "..")))
                .check(CLASSES));
    }

    @Test
    void featuresDoNotUseTheirChildren() {
        for (int i = 0; i + 1 < FEATURES.size(); i++) {
            assertIndependentOf(FEATURES.get(i), FEATURES.subList(i + 1, FEATURES.size()));
        }
    }

    /** Filters and the APIs that declare relations are exempt: the graph is traversed in both directions. */
    private static void assertIndependentOf(String parent, List<String> children) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + parent + "..")
                .and(not(simpleNameEndingWith("Filter")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(children)))
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + parent + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(children))
                        .and(not(simpleNameEndingWith("Filter").or(simpleNameEndingWith("Api")))))
                .check(CLASSES);
    }

    @Test
    void featuresUseOnlySharedPackages() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(FEATURES))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.rangefinder..")
                        .and(resideOutsideOfPackages(packages(FEATURES)))
                        .and(resideOutsideOfPackages(
                                packages(List.of("scalar", "filter", "relay", "store", "node", "change", "mutation")))))
                .check(CLASSES);
    }

    @Test
    void classNamesAreSpecific() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .orShould()
                .haveSimpleName("Source")
                .check(CLASSES);
    }

    /** The system clock can jump; durations are measured by System.nanoTime(), which is monotonic. */
    @Test
    void timeOfDayComesFromTheInjectedClock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(CLASSES);
    }

    @Test
    void fieldsAreNotInjected() {
        noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .check(CLASSES);
    }

    @Test
    void entitiesHaveNoAssociations() {
        Stream.of(ManyToOne.class, OneToMany.class, OneToOne.class, ManyToMany.class, ElementCollection.class)
                .forEach(association ->
                        noFields().should().beAnnotatedWith(association).check(CLASSES));
    }

    @Test
    void everyMutationRequiresARole() {
        methods()
                .that()
                .areAnnotatedWith(Mutation.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .check(CLASSES);
    }

    @Test
    void filtersAreRecords() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Filter")
                .and()
                .areNotInterfaces()
                .should()
                .beRecords()
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .forEach(one -> assertTrue(one.isAnnotatedWith(NullMarked.class), one::getName));
    }

    /** Netty inspects handlers by reflection, and skips events whose method a handler only inherits. */
    @Test
    void nettyHandlersAreRegisteredForReflection() {
        classes()
                .that()
                .areAssignableTo(ChannelHandler.class)
                .should()
                .beAnnotatedWith(RegisterForReflection.class)
                .check(CLASSES);
    }

    @Test
    void publicTypesHaveDistinctNames() {
        List<String> names = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
        assertEquals(
                List.of(), names.stream().filter(ArchitectureTest::isAnnotation).toList());
    }

    /** Whether JPA or MicroProfile has an annotation with this name. */
    private static boolean isAnnotation(String name) {
        return Stream.of(
                        "jakarta.persistence.", "org.eclipse.microprofile.graphql.", "org.eclipse.microprofile.health.")
                .anyMatch(library -> {
                    try {
                        return Class.forName(library + name).isAnnotation();
                    } catch (ClassNotFoundException e) {
                        return false;
                    }
                });
    }

    /** A test method is named by a sentence, which starts with a concrete subject. */
    @Test
    void testNamesAreCamelCaseWithoutLeadingArticleOrPronoun() {
        methods()
                .that()
                .areMetaAnnotatedWith(Testable.class)
                .should()
                .haveNameMatching("(?!(a|an|the|what|who|whose)[A-Z])[a-z][A-Za-z0-9]*")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("dev.rangefinder"));
    }
}
