package dev.rangefinder.engine;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.transaction.TestDatabase;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To find out what a document selects takes memory in proportion to its size, whatever it repeats. */
class SelectionTest {

    private static final String DEFINITIONS = """
            type Query { dog: Dog }
            interface Being { name: String owner: Being }
            type Dog implements Being { name: String owner: Being }
            """;

    private static final int FEW = 500;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Strategies strategies = new Strategies(
            SdlSchemas.schema(
                    DEFINITIONS,
                    (type, field) -> (LevelFetcher) (parents, arguments) ->
                            parents.stream().map(parent -> Map.of()).toList(),
                    environment -> environment.getSchema().getObjectType("Dog")),
            TestDatabase.absent());

    /** The bytes that the second execution allocates, after classes have been loaded by the first one. */
    private long allocatedBy(String document) {
        execute(document);
        Strategies.Prepared again = prepare(document);
        long before = threads.getCurrentThreadAllocatedBytes();
        assertTrue(again.byLevel().getErrors().isEmpty());
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private void execute(String document) {
        assertTrue(prepare(document).byLevel().getErrors().isEmpty());
    }

    private Strategies.Prepared prepare(String document) {
        return strategies.prepare(new GeneratedDocument(0, document, null, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "__typename",
                "... { __typename }",
                "... on Being { __typename }",
                "owner { __typename }",
                "owner { owner { __typename } }"
            })
    void repeatedSelectionsTakeMemoryInProportionToTheirNumber(String selection) {
        long few = allocatedBy("{ dog {" + (' ' + selection).repeat(FEW) + "} }");
        long many = allocatedBy("{ dog {" + (' ' + selection).repeat(4 * FEW) + "} }");

        assertTrue(many < 6 * few, () -> FEW + " take " + few + " bytes, and four times as many " + many);
    }

    @Test
    void longResponseKeyIsEncodedOnceHoweverManyPlacesHaveIt() {
        String key = "K".repeat(50_000);
        long shortKey = allocatedBy(inManyPlaces("k"));
        long longKey = allocatedBy(inManyPlaces(key));

        assertTrue(
                longKey - shortKey < 10 * key.length(), () -> shortKey + " bytes, and " + longKey + " for a long key");
    }

    private static String inManyPlaces(String key) {
        String places = IntStream.range(0, 100)
                .mapToObj(i -> "a" + i + ": owner { ...F }")
                .collect(joining(" ", "{ dog { ", " } }"));
        return places + " fragment F on Being { " + key + ": name }";
    }
}
