package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.engine.CommittedSchema;
import graphql.schema.GraphQLFieldDefinition;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values of every facet of the schema, in the founding catalogue and what other tests have added to it. */
@QuarkusTest
class EveryFacetTest {

    private static final String VALUES =
            "{ by pageInfo { hasNextPage } values { value filter count { value precision } } }";

    /** How many objects are searched for one that has items in its connection. */
    private static final int MAX_PARENTS = 100;

    /** The number of connections in one document. */
    private static final int BATCH = 40;

    /** A value of a facet. */
    private record Value(JsonNode facet, JsonNode value) {

        JsonNode filter() {
            return value.get("filter");
        }
    }

    static Stream<FilteredField> connections() {
        return CommittedSchema.filters().stream()
                .filter(connection ->
                        CommittedSchema.facetsOf(connection).findAny().isPresent());
    }

    @ParameterizedTest
    @MethodSource("connections")
    void filterOfEachValueMatchesAsManyItemsAsItsCount(FilteredField connection) {
        ask(connection, value -> true, value -> "{ totalCount }", (value, answer) -> {
            int counted = value.value.at("/count/value").asInt();
            int matching = answer.get("totalCount").asInt();
            boolean exact = value.value.at("/count/precision").asText().equals("EXACT");
            assertTrue(exact ? matching == counted : matching >= counted, () -> matching + " match " + value);
        });
    }

    @ParameterizedTest
    @MethodSource("connections")
    void valuesOfAFacetExcludingItsOwnConditionAreThoseWithoutIt(FilteredField connection) {
        ask(
                connection,
                value -> value.value.get("value").isNull() || value.value.equals(value.facet.at("/values/0")),
                value -> "{ facets(by: [%s], excludingOwn: true, first: 100) %s }"
                        .formatted(value.facet.get("by").asText(), VALUES),
                (value, answer) ->
                        assertEquals(comparable(value.facet), comparable(answer.at("/facets/0")), value::toString));
    }

    /** Beyond the limit of counts, a facet has the values of some rows, and not always of the same. */
    private static JsonNode comparable(JsonNode facet) {
        List<String> precisions = facet.findValuesAsText("precision");
        return precisions.contains("AT_LEAST") ? facet.get("by") : facet;
    }

    private interface Assertion {
        void about(Value value, JsonNode answer);
    }

    /** Asks for the connection once for each value, with its filter. */
    private static void ask(
            FilteredField connection,
            Predicate<Value> predicate,
            Function<Value, String> selection,
            Assertion assertion) {
        String all = CommittedSchema.facetsOf(connection).collect(Collectors.joining(", "));
        String facets = connection.name() + " { facets(by: [" + all + "], first: 100) " + VALUES + " }";
        List<List<Value>> ofParents = parents(connection, data(connection.document(facets, MAX_PARENTS)))
                .map(parent -> values(parent.at("/" + connection.name() + "/facets")))
                .toList();
        int first = IntStream.range(0, ofParents.size())
                .filter(parent -> !ofParents.get(parent).isEmpty())
                .findFirst()
                .orElseThrow();
        List<Value> values = ofParents.get(first).stream().filter(predicate).toList();
        assertTrue(!values.isEmpty());
        for (int i = 0; i < values.size(); i += BATCH) {
            List<Value> some = values.subList(i, Math.min(i + BATCH, values.size()));
            JsonNode answer = parents(connection, filtered(connection, first + 1, some, selection))
                    .skip(first)
                    .findFirst()
                    .orElseThrow();
            IntStream.range(0, some.size()).forEach(each -> assertion.about(some.get(each), answer.get("c" + each)));
        }
    }

    private static List<Value> values(JsonNode facets) {
        List<Value> values = new ArrayList<>();
        facets.forEach(facet -> facet.get("values").forEach(value -> values.add(new Value(facet, value))));
        return values;
    }

    private static JsonNode filtered(
            FilteredField connection, int parents, List<Value> values, Function<Value, String> selection) {
        Map<String, Object> variables = new LinkedHashMap<>();
        List<String> definitions = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        for (Value value : values) {
            int i = variables.size();
            variables.put("f" + i, value.filter());
            definitions.add("$f" + i + ": " + connection.filter().getName() + "!");
            selected.add(
                    "c%d: %s(filter: {and: [$f%d]}) %s".formatted(i, connection.name(), i, selection.apply(value)));
        }
        String document = "query (" + String.join(", ", definitions) + ") ";
        return data(document + connection.document(String.join(" ", selected), parents), variables);
    }

    /** The objects that have the connection. */
    private static Stream<JsonNode> parents(FilteredField connection, JsonNode data) {
        Stream<JsonNode> parents = Stream.of(data);
        for (GraphQLFieldDefinition field : connection.path()) {
            parents = parents.map(parent -> parent.get(field.getName()))
                    .flatMap(child ->
                            child.isArray() ? StreamSupport.stream(child.spliterator(), false) : Stream.of(child));
        }
        return parents;
    }
}
