package dev.rangefinder;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rangefinder.engine.CommittedSchema;
import graphql.execution.RawVariables;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperationFactory;
import graphql.parser.Parser;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions that the founding catalogue answers, each in one operation. The files of operations lie beside their answers. */
@QuarkusTest
class OperationsTest {

    private static final GraphQLSchema SCHEMA =
            UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(CommittedSchema.FILE.toFile()));

    private static final Path FOLDER = Path.of("src", "test", "resources", "operations");

    /** The fields of these types are parts of an object that is already read. */
    private static final Set<String> PARTS =
            Set.of("AmountRange", "Evidence", "Explanation", "Money", "PageInfo", "Price");

    /** An explanation reads a value with its sources, the claims for it and the claims against it. */
    private static final int STATEMENTS_OF_EXPLANATION = 3;

    static List<String> operations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".graphql"))
                    .map(name -> name.replace(".graphql", ""))
                    .sorted()
                    .toList();
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    @Test
    void tenQuestionsAreAnswered() throws IOException {
        assertEquals(
                List.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10"),
                operations().stream().map(name -> name.substring(0, 2)).toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationReturnsItsAnswer(String name) throws IOException {
        ObjectNode answer = (ObjectNode) answer(read(name + ".graphql"), Map.of());
        assertEquals(json(read(name + ".json")), answer.without("extensions"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationExecutesAtMostOneStatementForEachRelation(String name) throws IOException {
        String document = read(name + ".graphql");
        int statements =
                answer(document, Map.of()).at("/extensions/cost/statements").asInt();
        int relations = relations(document);
        assertTrue(
                statements > 0 && statements <= relations,
                () -> statements + " statements, " + relations + " relations");
    }

    /** The number of statements that the relations of a document may execute. */
    private static int relations(String document) {
        return relations(ExecutableNormalizedOperationFactory.createExecutableNormalizedOperationWithRawVariables(
                        SCHEMA, Parser.parse(document), null, RawVariables.emptyVariables())
                .getTopLevelFields());
    }

    private static int relations(List<ExecutableNormalizedField> fields) {
        return fields.stream()
                .mapToInt(field -> statements(field) + relations(field.getChildren()))
                .sum();
    }

    private static int statements(ExecutableNormalizedField field) {
        String parent = field.getObjectTypeNames().iterator().next();
        if (parent.endsWith("Connection") || parent.endsWith("Edge")) {
            return field.getName().equals("totalCount") ? 1 : 0;
        }
        if (field.getChildren().isEmpty() || PARTS.contains(parent)) {
            return 0;
        }
        String type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(field.getType(SCHEMA))).getName();
        return switch (type) {
            case "Node" -> (int) typesBelow(field);
            case "Explanation" -> STATEMENTS_OF_EXPLANATION;
            default -> PARTS.contains(type) ? 0 : 1;
        };
    }

    /** The number of types of which fields are selected: an object of each type is in another table. */
    private static long typesBelow(ExecutableNormalizedField field) {
        return field.getChildren().stream()
                .filter(child -> !child.getName().equals("__typename"))
                .flatMap(child -> child.getObjectTypeNames().stream())
                .distinct()
                .count();
    }
}
