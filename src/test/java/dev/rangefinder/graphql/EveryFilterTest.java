package dev.rangefinder.graphql;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every condition that the schema offers is one that the database answers, on every connection and in every order. */
@QuarkusTest
class EveryFilterTest {

    private static final String TYPE = "ofType { name kind ofType { name kind ofType { name kind } } }";
    private static final String INPUT =
            "query ($name: String!) { __type(name: $name) { inputFields { name type { name kind " + TYPE
                    + " } } enumValues { name } } }";

    private static final Map<String, String> VALUES = Map.of(
            "String", "\"abc\"",
            "Boolean", "true",
            "PartialDate", "\"2022\"",
            "DateMatching", "POSSIBLY");

    /** How many conditions are asked for by one document. */
    private static final int TOGETHER = 20;

    private static final Set<String> COMBINATORS = Set.of("and", "or", "not");

    private final Map<String, JsonNode> types = new HashMap<>();

    static Stream<Arguments> connections() {
        return Stream.of(
                Arguments.of("brands", "BrandFilter"),
                Arguments.of("partnerships", "PartnershipFilter"),
                Arguments.of("devices", "DeviceFilter"),
                Arguments.of("markets", "MarketFilter"),
                Arguments.of("launches", "LaunchFilter"),
                Arguments.of("figures", "FigureFilter"),
                Arguments.of("citations", "CitationFilter"));
    }

    @ParameterizedTest
    @MethodSource("connections")
    void everyConditionIsAnswered(String connection, String filter) {
        List<String> conditions = conditions(filter, true).toList();
        assertFalse(conditions.isEmpty());
        for (int i = 0; i < conditions.size(); i += TOGETHER) {
            data(document(connection, conditions.subList(i, Math.min(i + TOGETHER, conditions.size()))));
        }
    }

    @ParameterizedTest
    @MethodSource("connections")
    void aNullAdvisesIsNullWhereTheFilterHasIt(String connection, String filter) {
        List<String> conditions = conditions(filter, false).toList();
        for (String condition : conditions) {
            String asked = condition.replaceFirst("\\w+: [^{}:]+(}*)$", "isNull: true$1");
            String nulled = condition.replaceFirst(": [^{}:]+(}*)$", ": null$1");
            JsonNode answer = answer("{ %s(filter: {%s}) { totalCount } }".formatted(connection, nulled), Map.of());

            assertEquals(
                    "BAD_USER_INPUT", answer.at("/errors/0/extensions/code").asText(), nulled);
            assertEquals(
                    conditions.contains(asked) && !condition.equals(asked),
                    answer.at("/errors/0/message").asText().contains("`isNull`."),
                    nulled);
        }
    }

    private static String document(String connection, List<String> conditions) {
        return IntStream.range(0, conditions.size())
                .mapToObj(i ->
                        "c%1$d: %2$s(filter: {%3$s}) { totalCount } n%1$d: %2$s(first: 1, filter: {not: {%3$s}}) { totalCount }"
                                .formatted(i, connection, conditions.get(i)))
                .collect(Collectors.joining(" ", "{ ", " }"));
    }

    @Test
    void everyConditionOnClaimsIsAnswered() {
        conditions("ClaimFilter", true)
                .forEach(condition ->
                        data("{ citations { nodes { claims(filter: {%s}) { totalCount } } } }".formatted(condition)));
    }

    /** The conditions of an input type, each with one operator, and through one relation at most. */
    private Stream<String> conditions(String type, boolean throughRelations) {
        return fields(type)
                .filter(field -> !COMBINATORS.contains(field.get("name").asText()))
                .filter(field -> throughRelations || !nameOf(field.get("type")).endsWith("RelationFilter"))
                .flatMap(field -> values(field, throughRelations));
    }

    private Stream<String> values(JsonNode field, boolean throughRelations) {
        String name = field.get("name").asText();
        String type = nameOf(field.get("type"));
        if (VALUES.containsKey(type)) {
            return Stream.of(name + ": " + VALUES.get(type));
        }
        if (fields(type).findAny().isEmpty()) {
            return constants(type).map(constant -> name + ": " + constant);
        }
        boolean relation = name.equals("some") || name.equals("none");
        return conditions(type, throughRelations && !relation).map(condition -> name + ": {" + condition + "}");
    }

    private Stream<JsonNode> fields(String type) {
        return stream(type(type).get("inputFields"));
    }

    private Stream<String> constants(String type) {
        return stream(type(type).get("enumValues"))
                .map(constant -> constant.get("name").asText());
    }

    private JsonNode type(String name) {
        return types.computeIfAbsent(
                name, type -> data(INPUT, Map.of("name", type)).get("__type"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String nameOf(JsonNode type) {
        return type.get("name").isNull()
                ? nameOf(type.get("ofType"))
                : type.get("name").asText();
    }
}
