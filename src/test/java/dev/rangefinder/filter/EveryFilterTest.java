package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.answer;
import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.engine.CommittedSchema;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The database can execute every condition of every filter type of the schema. */
@QuarkusTest
class EveryFilterTest {

    private static final Set<String> ON_A_DAY = Set.of("Brand.parent", "Partnership.territoryIn");

    /** The number of conditions in one document. */
    private static final int BATCH = 20;

    static Stream<FilteredField> filters() {
        return CommittedSchema.filters().stream();
    }

    @ParameterizedTest
    @MethodSource("filters")
    void everyConditionIsAnswered(FilteredField connection) {
        List<String> conditions = Stream.of(
                        FilterConditions.ofRows(connection.filter()),
                        FilterConditions.throughRelations(connection.filter()),
                        FilterConditions.throughSeveralRelations(connection.filter()))
                .flatMap(Function.identity())
                .toList();
        assertFalse(conditions.isEmpty());
        for (int i = 0; i < conditions.size(); i += BATCH) {
            data(document(connection, conditions.subList(i, Math.min(i + BATCH, conditions.size()))));
        }
    }

    private static String document(FilteredField connection, List<String> conditions) {
        return connection.document(IntStream.range(0, conditions.size())
                .mapToObj(i ->
                        "c%1$d: %2$s(filter: {%3$s}) { totalCount } n%1$d: %2$s(first: 1, filter: {not: {%3$s}}) { totalCount }"
                                .formatted(i, connection.name(), conditions.get(i)))
                .collect(Collectors.joining(" ")));
    }

    /**
     * Each record may have a citation, by which nobody filters them. Parts of a record have no connection of their own. The parent
     * of a brand and the territory that decides depend on the day, and are found by {@code ownerships} and {@code territories}.
     */
    @Test
    void everyReferenceToAnotherNodeHasAFilter() {
        Set<String> missing = CommittedSchema.references().entrySet().stream()
                .filter(reference -> !reference.getKey().getFieldName().equals("citation"))
                .filter(reference -> !ON_A_DAY.contains(reference.getKey().toString()))
                .filter(reference -> CommittedSchema.hasConnection(reference.getValue()))
                .filter(reference -> CommittedSchema.filterOf(reference.getValue())
                        .map(filter -> filter.getField(reference.getKey().getFieldName()) == null)
                        .orElse(false))
                .map(reference -> reference.getKey().toString())
                .collect(Collectors.toSet());
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("filters")
    void errorForANullOperandSuggestsIsNullIfTheFilterHasIt(FilteredField connection) {
        Set<String> conditions = FilterConditions.ofRows(connection.filter()).collect(Collectors.toSet());
        for (String condition : conditions) {
            String nulled = condition.replaceFirst("(\\{\\w+|^\\w+): [^,{}]+", "$1: null");
            String suggested = condition.replaceFirst("\\{\\w+: [^,}]+", "{isNull: true");
            String document = connection.document(connection.name() + "(filter: {" + nulled + "}) { totalCount }");
            JsonNode error = answer(document, Map.of()).at("/errors/0");

            assertEquals("BAD_USER_INPUT", error.at("/extensions/code").asText(), nulled);
            assertEquals(
                    conditions.contains(suggested) && !condition.equals(suggested),
                    error.get("message").asText().contains("`isNull`."),
                    nulled);
        }
    }
}
