package dev.rangefinder.mutation;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.catalogue.ImportRequest;
import dev.rangefinder.engine.CommittedSchema;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the verbs change is read as of each of their revisions as it was when that revision was current. */
@QuarkusTest
class EveryVerbAsOfTest extends EveryVerb {

    /** All fields of the objects that have changed since the test began, and their changes. */
    private static final String CHANGED =
            "($since: Int!) { catalogue { revision } changes(since: $since, first: 100) { nodes {"
                    + " kind nodeId properties { name before after } node {"
                    + CommittedSchema.nodes().stream()
                            .map(type -> " ... on " + type.getName() + " {" + fieldsOf(type) + " }")
                            .collect(joining())
                    + " } } } }";

    private static final String FILE = """
            citations: [{key: %1$s, title: Imported}]
            brands: [{slug: %2$s, name: Imported, makes: [CAMERAS], claims: [{citation: %1$s, states: all}]}]
            """;

    @TestHTTPResource("/import")
    URI importing;

    private final Map<Integer, JsonNode> known = new LinkedHashMap<>();
    private int since;

    private static String fieldsOf(GraphQLObjectType type) {
        return type.getFields().stream()
                .filter(field -> field.getArguments().stream()
                        .noneMatch(argument -> GraphQLTypeUtil.isNonNull(argument.getType())))
                .map(field -> " " + alias(type, field) + field.getName() + below(field))
                .collect(joining());
    }

    /** Fields that have one name in all types, and not one type, need others. */
    private static String alias(GraphQLObjectType type, GraphQLFieldDefinition field) {
        long types = CommittedSchema.nodes().stream()
                .map(node -> node.getFieldDefinition(field.getName()))
                .filter(Objects::nonNull)
                .map(same -> GraphQLTypeUtil.simplePrint(same.getType()))
                .distinct()
                .count();
        return types == 1 ? "" : type.getName() + "_" + field.getName() + ": ";
    }

    private static String below(GraphQLFieldDefinition field) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(field.getType());
        if (type instanceof GraphQLScalarType || type instanceof GraphQLEnumType) {
            return "";
        }
        if (type.getName().endsWith("Connection")) {
            return " { totalCount }";
        }
        boolean isNode = type instanceof GraphQLInterfaceType
                || type instanceof GraphQLObjectType object
                        && CommittedSchema.nodes().contains(object);
        return isNode ? " { id }" : " { __typename }";
    }

    @BeforeEach
    void begin() {
        since = GraphQLClient.data("{ catalogue { revision } }")
                .at("/catalogue/revision")
                .asInt();
        MutationClient.afterChanges(this::record);
    }

    private void record() {
        JsonNode answer = GraphQLClient.data("query " + CHANGED, Map.of("since", since));
        known.putIfAbsent(answer.at("/catalogue/revision").asInt(), answer);
    }

    @AfterEach
    void everyRevisionIsReadAsItWas() {
        MutationClient.afterChanges(() -> {});
        assertFalse(known.isEmpty());
        known.forEach((revision, answer) -> assertEquals(
                answer,
                GraphQLClient.data(
                        "query " + CHANGED.replaceFirst("\\)", ") @asOf(revision: " + revision + ")"),
                        Map.of("since", since)),
                () -> "revision " + revision));
    }

    @Test
    void importIsRevertedAndRead() {
        record();
        String file = FILE.formatted(MutationClient.unique("M"), MutationClient.unique("imported"));
        long revision = ImportRequest.run(importing, "", "application/yaml", file)
                .summary()
                .getLong("revision");
        record();
        MutationClient.data("mutation { revertImport(input: { revision: " + revision + " }) { revision } }");
        record();
        assertEquals(3, known.size());
    }
}
