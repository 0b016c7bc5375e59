package dev.rangefinder;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
class ArchitectureTest {

    private static final String ROOT = "dev.rangefinder.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rangefinder");

    /** Those that have entities. Each uses none of those after it. */
    static final List<String> FEATURES = List.of("evidence", "brand", "partnership", "device", "market");

    /** All other packages, and what each uses besides itself. Only the import uses features. */
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
            entry("change", List.of("transaction")),
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
                            "transaction",
                            "observation",
                            "memory",
                            "admission")),
            entry("http", List.of("serving", "engine", "error", "change", "observation", "memory")),
            entry("websocket", List.of("http", "serving", "engine", "error", "observation", "admission")),
            entry("protocol", List.of("error")),
            entry("lifecycle", List.of("transaction")),
            entry(
                    "catalogue",
                    List.of(
                            "lifecycle",
                            "relay",
                            "scalar",
                            "transaction",
                            "evidence",
                            "brand",
                            "partnership",
                            "device",
                            "market")),
            entry("database", List.of()),
            entry("development", List.of("database", "http", "lifecycle")));

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
    void everyPackageHasItsPlace() {
        assertEquals(
                Set.copyOf(FEATURES), packagesOf(CLASSES.stream().filter(type -> type.isAnnotatedWith(Entity.class))));
        Set<String> all = new HashSet<>(FEATURES);
        all.addAll(USES.keySet());
        assertEquals(all, packagesOf(CLASSES.stream()));
    }

    @Test
    void packagesUseOnlyWhatTheyMay() {
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
    void featuresNeverUseTheirChildren() {
        for (int i = 0; i + 1 < FEATURES.size(); i++) {
            neverUses(FEATURES.get(i), FEATURES.subList(i + 1, FEATURES.size()));
        }
    }

    /** Filters go both ways, as the graph does: by the relations that the API of a child declares, to its filters. */
    private static void neverUses(String parent, List<String> children) {
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
    void featuresUseOnlyWhatTheyLeanOn() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(FEATURES))
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.rangefinder..")
                        .and(resideOutsideOfPackages(packages(FEATURES)))
                        .and(resideOutsideOfPackages(packages(List.of("scalar", "filter", "relay", "store", "node")))))
                .check(CLASSES);
    }

    @Test
    void classesAreCalledByWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .orShould()
                .haveSimpleName("Source")
                .check(CLASSES);
    }

    /** A clock can jump. How long something takes is told by System.nanoTime(), which never does. */
    @Test
    void theTimeOfDayComesFromTheClockThatIsInjected() {
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
    void nothingIsInjectedIntoFields() {
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
    void filtersAndValuesAreRecords() {
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
    void nullIsNeverMeantUnlessSaidInEveryPackage() {
        CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .forEach(one -> assertTrue(one.isAnnotatedWith(NullMarked.class), one::getName));
    }

    /** Netty skips an event where it finds that a handler inherits the method for it. */
    @Test
    void handlersOfNettyAreRegisteredForNativeExecutables() {
        classes()
                .that()
                .areAssignableTo(ChannelHandler.class)
                .should()
                .beAnnotatedWith(RegisterForReflection.class)
                .check(CLASSES);
    }

    @Test
    void publicTypesHaveNamesOfTheirOwn() {
        List<String> names = CLASSES.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getEnclosingClass().isEmpty())
                .map(JavaClass::getSimpleName)
                .toList();
        assertEquals(names.size(), Set.copyOf(names).size(), names::toString);
        assertEquals(
                List.of(), names.stream().filter(ArchitectureTest::isAnnotation).toList());
    }

    /** Whether an annotation that the code uses, of JPA or MicroProfile, has this name. */
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
}
