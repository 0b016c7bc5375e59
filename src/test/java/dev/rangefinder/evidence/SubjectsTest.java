package dev.rangefinder.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every subject of claims and every fact with a citation is declared as such. */
class SubjectsTest {

    private static Stream<JavaClass> classesOf(Class<?> type) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.rangefinder").stream()
                        .filter(one -> one.isAssignableTo(type))
                        .filter(one -> !one.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    private static Set<String> sorted(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    /** Citations are subjects, too, but their field {@code claims} returns the claims that they make. */
    @Test
    void claimsHaveAForeignKeyForEachSubject() {
        Set<String> sources = Set.of(Claim_.SOURCE_ID, Claim_.SPOKEN_BY_ID);
        assertEquals(
                sorted(Stream.concat(
                        Stream.of(Claim_.CITATION_ID),
                        classesOf(Subject.class).map(one -> Subjects.keyOf(one.reflect())))),
                sorted(EvidenceApi.CLAIMS.properties().stream()
                        .filter(property -> property.endsWith("Id") && !sources.contains(property))));
    }

    /** SmallRye finds the fields of a union only on classes that implement it directly. */
    @Test
    void factsImplementCitedDirectly() {
        assertEquals(
                sorted(classesOf(Fact.class).map(JavaClass::getSimpleName)),
                sorted(classesOf(Fact.class)
                        .filter(one ->
                                one.getRawInterfaces().stream().anyMatch(type -> type.isEquivalentTo(Cited.class)))
                        .map(JavaClass::getSimpleName)));
    }
}
