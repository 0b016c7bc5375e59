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

/** An operation that exceeds a limit is rejected before any statement: the engine here has no database. */
@QuarkusTest
class EarlyRejectionTest {

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
    void operationWithinTheLimitsNeedsTheDatabase() {
        assertEquals("UNAVAILABLE", code("{ catalogue { revision } }"));
    }

    @Test
    void excessiveEstimateIsRejectedWithoutTheDatabase() {
        assertEquals(
                "DOCUMENT_TOO_COMPLEX",
                code(LimitsTest.traversal(100, 100, 100)
                        .replace("status", "device { claims(first: 100) { nodes { standing } } }")));
    }

    @Test
    void excessiveDepthIsRejectedWithoutTheDatabase() {
        assertEquals("DOCUMENT_TOO_COMPLEX", code(LimitsTest.nested(21)));
    }

    private String code(String query) {
        Engine engine =
                new Engine(schema, TestDatabase.absent(), documents, deadlines, new NoMutations(), limits, errors);
        Answer answer = engine.answer(
                new Request(query, null, Map.of()),
                null,
                new Cancellation(),
                Memory.unlimited().open());
        Map<?, ?> extensions =
                (Map<?, ?>) ClientError.of(answer.errors().get(0)).get("extensions");
        return String.valueOf(extensions.get("code"));
    }
}
