package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rangefinder.engine.document.AsOfDirective;
import graphql.introspection.IntrospectionQueryBuilder;
import graphql.introspection.IntrospectionQueryBuilder.Options;
import graphql.introspection.IntrospectionResultToSchema;
import graphql.language.Argument;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.StringValue;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The schema, as clients introspect it. */
@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = CommittedSchema.FILE;
    private static final String UPDATE = "update-schema";
    private static final Set<String> BUILT_IN = Set.of("Boolean", "Float", "ID", "Int", "String");

    private JsonNode schema;

    @BeforeEach
    void introspect() {
        schema = data(IntrospectionQueryBuilder.build(
                Options.defaultOptions().specifiedByUrl(true).isOneOf(true).inputValueDeprecation(true)));
    }

    /** A part of the schema and its name. */
    private record Part(String name, JsonNode definition) {

        Stream<Part> parts(String property) {
            return StreamSupport.stream(definition.path(property).spliterator(), false)
                    .map(part -> new Part(name + '.' + part.get("name").asText(), part));
        }

        Stream<Part> withArguments() {
            return Stream.concat(Stream.of(this), parts("args"));
        }

        boolean isOf(String kind) {
            return definition.get("kind").asText().equals(kind);
        }
    }

    private Stream<Part> types() {
        return new Part("", schema.get("__schema"))
                .parts("types")
                .map(type -> new Part(type.name.substring(1), type.definition))
                .filter(type -> !type.name.startsWith("__") && !BUILT_IN.contains(type.name));
    }

    private Stream<Part> directives() {
        return new Part("", schema.get("__schema")).parts("directives");
    }

    private static Stream<Part> fields(Part type) {
        return Stream.concat(type.parts("fields").flatMap(Part::withArguments), type.parts("inputFields"));
    }

    private static void assertNone(Stream<Part> violations) {
        assertEquals(List.of(), violations.map(Part::name).toList());
    }

    @Test
    void everyPartHasADescription() {
        assertNone(types().flatMap(type -> Stream.of(Stream.of(type), fields(type), type.parts("enumValues"))
                        .flatMap(parts -> parts))
                .filter(part -> part.definition.path("description").asText("").isBlank()
                        || part.definition.get("description").isNull()));
    }

    /** Directives of graphql-java that this service does not support are not listed. */
    @Test
    void directivesAreThoseThatTheServiceSupports() {
        assertEquals(
                Set.of("include", "skip", "deprecated", "oneOf", "specifiedBy", AsOfDirective.NAME),
                directives()
                        .map(directive -> directive.definition.get("name").asText())
                        .collect(Collectors.toSet()));
    }

    /** Otherwise the answer to introspection would differ between builds and starts. */
    @Test
    void typesFieldsAndDirectivesAreInTheOrderOfTheirNames() {
        assertInOrder(types());
        assertInOrder(directives());
        types().forEach(type -> assertInOrder(type.parts("fields")));
    }

    private static void assertInOrder(Stream<Part> parts) {
        List<String> names = parts.map(Part::name).toList();
        assertEquals(names.stream().sorted().toList(), names);
    }

    @Test
    void onlyNodesMayContainNull() {
        assertNone(types().flatMap(SchemaTest::fields)
                .filter(part -> !part.name.equals("Query.nodes"))
                .filter(part -> hasNullableItems(part.definition.get("type"))));
    }

    private static boolean hasNullableItems(JsonNode type) {
        JsonNode inner = type.path("ofType");
        if (inner.isMissingNode() || inner.isNull()) {
            return false;
        }
        boolean nullable = type.get("kind").asText().equals("LIST")
                && !inner.get("kind").asText().equals("NON_NULL");
        return nullable || hasNullableItems(inner);
    }

    @Test
    void everyCustomScalarHasASpecification() {
        assertNone(types().filter(type -> type.isOf("SCALAR"))
                .filter(type ->
                        !type.definition.path("specifiedByURL").asText("").startsWith("https://")));
    }

    @Test
    void typeNamesDoNotExposeJavaTypes() {
        assertNone(types().filter(type ->
                type.name.contains("_") || type.name.matches("Big.*|Long|Short|Byte|.*FilterInput|.*Impl|.*Dto")));
    }

    /** Global ids are no foreign keys. */
    @Test
    void foreignKeysAreNotExposed() {
        assertNone(types().flatMap(SchemaTest::fields)
                .filter(part -> part.name.matches(".*[a-z](Id|Ids|Key|Keys)"))
                .filter(part -> !typeOf(part).equals("ID")));
    }

    @Test
    void everyTypeIsUsed() {
        Set<String> used = new TreeSet<>(Set.of("Query", "Mutation", "Subscription"));
        types().flatMap(SchemaTest::fields).map(SchemaTest::typeOf).forEach(used::add);
        directives()
                .flatMap(directive -> directive.parts("args"))
                .map(SchemaTest::typeOf)
                .forEach(used::add);
        types().flatMap(type -> Stream.concat(type.parts("interfaces"), membersOfUnion(type)))
                .map(type -> type.definition.get("name").asText())
                .forEach(used::add);
        assertNone(types().filter(type -> !used.contains(type.name)));
    }

    private static Stream<Part> membersOfUnion(Part type) {
        return type.isOf("UNION") ? type.parts("possibleTypes") : Stream.empty();
    }

    private static String typeOf(Part part) {
        JsonNode type = part.definition.get("type");
        while (!type.get("ofType").isNull()) {
            type = type.get("ofType");
        }
        return type.get("name").asText();
    }

    /** The results of a search, and differences, have an order of their own, and are not of one type that has a filter. */
    @Test
    void everyConnectionHasPagingFilterAndOrderArguments() {
        Set<String> arguments = Set.of("first", "after", "last", "before", "filter", "orderBy");
        Set<String> unfiltered = Set.of("SearchConnection", "DifferenceConnection");
        assertNone(types().flatMap(type -> type.parts("fields"))
                .filter(field -> typeOf(field).endsWith("Connection") && !unfiltered.contains(typeOf(field)))
                .filter(field -> !field.parts("args")
                        .map(argument -> argument.definition.get("name").asText())
                        .collect(Collectors.toSet())
                        .containsAll(arguments)));
    }

    @Test
    void servedSchemaEqualsTheCommittedOne() throws IOException {
        List<String> served = sdl().lines().toList();
        if (System.getProperty(UPDATE) != null) {
            Files.write(COMMITTED, served);
        }
        assertEquals(
                List.of(),
                differences(Files.readAllLines(COMMITTED), served),
                () -> COMMITTED
                        + " is not the schema that is served. If the change is intended, run"
                        + " ./mvnw test -Dtest=SchemaTest -D" + UPDATE + " and commit the file.");
    }

    private static List<String> differences(List<String> committed, List<String> served) {
        List<String> differences = new ArrayList<>();
        IntStream.range(0, Math.min(committed.size(), served.size()))
                .filter(line -> !committed.get(line).equals(served.get(line)))
                .limit(1)
                .forEach(line -> differences.add(
                        "line " + (line + 1) + ": committed " + committed.get(line) + ", served " + served.get(line)));
        if (differences.isEmpty() && committed.size() != served.size()) {
            differences.add("committed " + committed.size() + " lines, served " + served.size());
        }
        return differences;
    }

    /** The schema in the schema definition language, sorted. */
    @SuppressWarnings("rawtypes") // the API of graphql-java has raw definitions
    private String sdl() {
        Map<String, Object> introspected = new ObjectMapper().convertValue(schema, new TypeReference<>() {});
        Document document = new IntrospectionResultToSchema().createSchemaDefinition(introspected);
        List<Definition> definitions = new ArrayList<>();
        document.getDefinitions().forEach(definition -> definitions.add(specified(definition)));
        Document complete = document.transform(with -> with.definitions(definitions));
        return new SchemaPrinter(
                        SchemaPrinter.Options.defaultOptions().includeDirectiveDefinition(AsOfDirective.NAME::equals))
                .print(UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().buildRegistry(complete)));
    }

    /** Adds the specification of a scalar, and what makes an input object a OneOf input object, which graphql-java omits. */
    private Definition<?> specified(Definition<?> definition) {
        if (definition instanceof InputObjectTypeDefinition input) {
            boolean isOneOf = typeNamed(input.getName()).path("isOneOf").asBoolean();
            return isOneOf ? input.transform(with -> with.directive(new Directive("oneOf"))) : input;
        }
        if (!(definition instanceof ScalarTypeDefinition scalar)) {
            return definition;
        }
        String url = typeNamed(scalar.getName()).get("specifiedByURL").asText();
        Directive specifiedBy = Directive.newDirective()
                .name("specifiedBy")
                .argument(Argument.newArgument("url", new StringValue(url)).build())
                .build();
        return scalar.transform(with -> with.directive(specifiedBy));
    }

    private JsonNode typeNamed(String name) {
        return types().filter(type -> type.name.equals(name)).findFirst().orElseThrow().definition;
    }

    @Test
    void changeAndMomentAreOneOfInputObjects() {
        assertEquals(
                List.of("Change", "MomentInput"),
                types().filter(type -> type.definition.path("isOneOf").asBoolean())
                        .map(Part::name)
                        .toList());
    }

    @Test
    void everyMutationOfARecordIsAChange() {
        Set<String> changes = names("Change", "inputFields");
        Set<String> mutations = names("Mutation", "fields");
        mutations.removeAll(Set.of("apply", "revertImport"));
        assertEquals(mutations, changes);
    }

    private Set<String> names(String type, String parts) {
        return new Part("", typeNamed(type))
                .parts(parts)
                .map(part -> part.name.substring(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
