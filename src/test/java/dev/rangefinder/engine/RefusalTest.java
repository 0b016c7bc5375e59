package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What asks for too much is refused before any statement: here is no database that could execute one. */
@QuarkusTest
class RefusalTest {

    @Inject
    GraphQLSchema schema;

    @Inject
    Documents documents;

    @Inject
    Limits limits;

    @Inject
    ErrorHandler errors;

    private Deadlines deadlines;

    @BeforeEach
    void start() {
        deadlines = new Deadlines(limits);
    }

    @AfterEach
    void stop() {
        deadlines.stop();
    }

    @Test
    void whatAsksForNoMoreThanItMayNeedsTheDatabase() {
        assertEquals("UNAVAILABLE", code("{ catalogue { revision } }"));
    }

    @Test
    void anOperationOfAnAbsurdEstimateIsRefusedWithout() {
        assertEquals(
                "DOCUMENT_TOO_COMPLEX",
                code(LimitsTest.walk(100, 100, 100)
                        .replace("status", "device { claims(first: 100) { nodes { standing } } }")));
    }

    @Test
    void aDocumentThatIsTooLargeIsRefusedWithout() {
        assertEquals("DOCUMENT_TOO_COMPLEX", code(LimitsTest.nested(21)));
    }

    private String code(String query) {
        Engine nowhere = new Engine(schema, TestDatabase.absent(), documents, deadlines, limits, errors);
        Answer answer = nowhere.answer(
                new Request(query, null, Map.of()),
                new Cancellation(),
                Memory.unlimited().open());
        Map<?, ?> told = (Map<?, ?>) ClientError.of(answer.errors().get(0)).get("extensions");
        return String.valueOf(told.get("code"));
    }
}
