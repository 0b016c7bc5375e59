package dev.rangefinder;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.netty.channel.ChannelHandler;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house. */
class ArchitectureTest {

    private static final String ROOT = "dev.rangefinder.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.rangefinder");

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> ROOT + name + "..").toArray(String[]::new);
    }

    /** Classes of some packages use nothing of the project but themselves and some other packages. */
    private static void uses(String user, String... used) {
        String[] allowed = Stream.concat(Stream.of(user), Stream.of(used)).toArray(String[]::new);
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(ROOT + user + "..")
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("dev.rangefinder..").and(resideOutsideOfPackages(packages(allowed))));
        rule.check(CLASSES);
    }

    @Test
    void whatFeaturesLeanOnNeverUsesAFeature() {
        uses("memory");
        uses("admission");
        uses("sql", "memory", "admission");
        uses("lifecycle", "sql");
        uses("graphql", "sql");
        uses("change", "graphql", "sql");
        uses("evidence", "graphql", "sql", "change");
        uses("observation", "graphql");
        uses("engine", "graphql", "sql", "change", "observation", "memory", "admission");
        uses("http", "engine", "graphql", "change", "sql", "observation", "memory", "admission");
        uses("websocket", "http", "engine", "graphql", "observation", "admission");
        uses("protocol", "graphql");
    }

    @Test
    void featuresNeverUseTheirChildren() {
        neverUses("brand", "partnership", "device", "market");
        neverUses("partnership", "device", "market");
        neverUses("device", "market");
    }

    /** Filters go both ways, as the graph does: by the relations that the API of a child declares, to its filters. */
    private static void neverUses(String parent, String... children) {
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
    void featuresNeitherUseTheEngineNorHttpNorTheImport() {
        noClasses()
                .that()
                .resideInAnyPackage(packages("brand", "partnership", "device", "market"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(packages("engine", "http", "websocket", "catalogue", "database")))
                .check(CLASSES);
    }

    @Test
    void nothingUsesTheImportOfTheCatalogue() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "catalogue..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages("catalogue")))
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
}
