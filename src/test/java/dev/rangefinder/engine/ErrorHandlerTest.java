package dev.rangefinder.engine;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.IntrospectionRule;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.PlainFetcher;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.Sql;
import dev.rangefinder.transaction.TestDatabase;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Unexpected failures are logged once and masked by an id. Errors that clients can correct are returned to them.
 */
@QuarkusTest
class ErrorHandlerTest {

    private static final String DEFINITIONS = """
            type Query { throws: Int returns: Int statement: Int rejects: Int lists: [Fragile!] items: [Item] sure: Int!
                         deadline: Int gone: Int memory: Int stack: Int assertion: Int takes(text: String! = "x"): Int }
            type Item { throws: Int plain: Int statement: Int }
            """;
    private static final Logger LOGGER = Logger.getLogger(ErrorHandler.class.getName());

    private final List<LogRecord> logged = Collections.synchronizedList(new ArrayList<>());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            logged.add(record);
        }

        @Override
        public void flush() {
            // nothing is buffered
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    @Inject
    ReadContexts reads;

    private Engine engine;

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
        engine = engine(reads);
    }

    private static Engine engine(ReadContexts reads) {
        GraphQLSchema schema = SdlSchemas.schema(DEFINITIONS, ErrorHandlerTest::fetcher, environment -> null);
        Limits limits = new NoLimits();
        return new Engine(
                schema,
                reads,
                new Documents(schema, limits, new IntrospectionRule(() -> true), Memory.unlimited()),
                new Deadlines(limits),
                new NoMutations(),
                limits,
                new ErrorHandler());
    }

    @AfterEach
    void stopListening() {
        LOGGER.removeHandler(handler);
    }

    private static DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        if (field.getName().equals("plain")) {
            PlainFetcher plain = item -> {
                throw new IllegalArgumentException("org.example.Secret " + item);
            };
            return plain;
        }
        LevelFetcher level = (parents, arguments) -> Collections.nCopies(parents.size(), value(field.getName()));
        return level;
    }

    private static Object value(String field) {
        return switch (field) {
            case "throws" -> throw unexpected();
            case "returns" -> new Failed(unexpected());
            case "memory" -> throw new OutOfMemoryError("org.example.Secret");
            case "stack" -> throw new StackOverflowError("org.example.Secret");
            case "assertion" -> throw new AssertionError("org.example.Secret");
            case "statement" -> read("select 1 / 0 as secret");
            case "rejects" -> throw new InputException(ErrorCode.INVALID_ID, "No such id.", unexpected());
            case "deadline" -> throw new DatabaseException(new SQLException("cancelled", "57014"));
            case "gone" -> throw new DatabaseException(new SQLException("no connection", "08006"));
            case "lists" -> List.of("fine", "!");
            case "items" -> List.of("one", "two", "three");
            default -> null;
        };
    }

    private static RuntimeException unexpected() {
        return new IllegalArgumentException("org.example.Secret: select * from secret");
    }

    private static Object read(String sql) {
        ReadContext.current().read(Sql.of(sql), row -> {});
        return 1;
    }

    private List<Map<String, Object>> errors(String query) {
        return engine
                .answer(
                        new Request(query, null, Map.of()),
                        null,
                        new Cancellation(),
                        Memory.unlimited().open())
                .errors()
                .stream()
                .map(ClientError::of)
                .toList();
    }

    private Map<String, Object> singleError(String query) {
        List<Map<String, Object>> errors = errors(query);
        assertEquals(1, errors.size(), errors::toString);
        return errors.get(0);
    }

    private static Object extension(Map<String, Object> error, String name) {
        return ((Map<?, ?>) error.get("extensions")).get(name);
    }

    /**
     * Checks that an error has only an id, and that the failure was logged once under it. Returns the logged failure.
     */
    private Throwable assertMasked(Map<String, Object> error) {
        String id = (String) extension(error, "id");
        assertEquals("INTERNAL_SERVER_ERROR", extension(error, "code"));
        assertEquals("An unexpected error occurred. It was logged with id " + id + '.', error.get("message"));
        List<LogRecord> records = logged.stream()
                .filter(record -> record.getMessage().contains(id))
                .toList();
        assertEquals(1, records.size());
        return records.get(0).getThrown();
    }

    @Test
    void exceptionOfAFetcherIsMasked() {
        assertSame(
                IllegalArgumentException.class,
                assertMasked(singleError("{ throws }")).getClass());
        assertEquals(1, logged.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "stack", "assertion"})
    void errorOfTheVirtualMachineEndsTheOperationAndIsMasked(String field) {
        assertMasked(singleError("{ items { sure: __typename } " + field + " }"));
        assertEquals(1, logged.size());
    }

    @Test
    void failureReturnedAsValueIsMasked() {
        assertSame(
                IllegalArgumentException.class,
                assertMasked(singleError("{ returns }")).getClass());
    }

    @Test
    void failuresOfAPlainFieldAreMaskedForEachObject() {
        List<Map<String, Object>> errors = errors("{ items { plain } }");
        assertEquals(3, errors.size());
        errors.forEach(this::assertMasked);
        assertEquals(3, logged.size(), "each object failed by itself");
    }

    @Test
    void failureOfAWholeLevelIsLoggedOnce() {
        List<Map<String, Object>> errors = errors("{ items { throws } }");
        assertEquals(3, errors.size());
        errors.forEach(this::assertMasked);
        assertEquals(1, logged.size());
    }

    @Test
    void failureOfAStatementIsLoggedOnceForAllFields() {
        List<Map<String, Object>> errors = errors("{ items { statement again: statement } statement }");
        assertEquals(7, errors.size());
        errors.forEach(this::assertMasked);
        assertEquals(1, logged.size());
    }

    @Test
    void valueThatItsTypeCannotSerializeIsMasked() {
        Map<String, Object> error = singleError("{ lists }");
        assertMasked(error);
        assertEquals(List.of("lists", 1), error.get("path"));
    }

    @Test
    void inputErrorKeepsItsMessageAndCode() {
        Map<String, Object> error = singleError("{ rejects }");
        assertEquals("No such id.", error.get("message"));
        assertEquals("INVALID_ID", extension(error, "code"));
        assertEquals(List.of(), logged);
    }

    @Test
    void nullVariableForNonNullArgumentIsBadInput() {
        Answer answer = engine.answer(
                new Request(
                        "query ($t: String = \"y\") { takes(text: $t) }", null, Collections.singletonMap("t", null)),
                null,
                new Cancellation(),
                Memory.unlimited().open());
        Map<String, Object> error = ClientError.of(answer.errors().get(0));
        assertEquals("BAD_USER_INPUT", extension(error, "code"));
        assertThat((String) error.get("message"), containsString("text"));
        assertEquals(List.of("takes"), error.get("path"));
        assertEquals(List.of(), logged);
    }

    @Test
    void missingValueOfNonNullVariableIsBadInput() {
        Answer answer = engine.answer(
                new Request("query ($t: String!) { takes(text: $t) }", null, Map.of()),
                null,
                new Cancellation(),
                Memory.unlimited().open());
        assertEquals("BAD_USER_INPUT", extension(ClientError.of(answer.errors().get(0)), "code"));
        assertEquals(List.of(), logged);
    }

    @Test
    void nullInNonNullFieldIsReported() {
        Map<String, Object> error = singleError("{ sure }");
        assertEquals("This field cannot be null, but it has no value.", error.get("message"));
        assertEquals("NULL_IN_NON_NULL_FIELD", extension(error, "code"));
        assertEquals(List.of(), logged);
    }

    @Test
    void exceededDeadlineIsReported() {
        assertEquals("DEADLINE_EXCEEDED", extension(singleError("{ deadline }"), "code"));
        assertEquals(List.of(), logged);
    }

    @Test
    void exhaustedDatabaseTimeIsReported() {
        Answer answer = new ErrorHandler().reject(TestDatabase.exhausted());
        Map<String, Object> error = ClientError.of(answer.errors().get(0));
        assertEquals("DATABASE_TIME_EXCEEDED", extension(error, "code"));
        assertEquals(List.of(), logged);
    }

    @Test
    void unavailableDatabaseIsReported() {
        assertEquals("UNAVAILABLE", extension(singleError("{ gone }"), "code"));
        engine = engine(TestDatabase.absent());
        assertEquals("UNAVAILABLE", extension(singleError("{ statement }"), "code"));
        assertEquals(List.of(), logged);
    }

    @Test
    void failureOutsideFieldsIsMasked() {
        ErrorHandler errors = new ErrorHandler();
        RuntimeException failure = new IllegalStateException("java.lang.Secret");
        assertSame(failure, assertMasked(ClientError.of(errors.toError(failure))));
        assertEquals(1, logged.size());
    }
}
