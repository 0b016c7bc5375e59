package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.IntrospectionRule;
import dev.rangefinder.engine.document.PreparedDocument;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.identity.Restricted;
import dev.rangefinder.identity.Role;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.transaction.ReadContexts;
import graphql.GraphQLError;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only callers with its role execute an operation with a restricted root field. */
@QuarkusTest
class RestrictionTest {

    private static final Caller READER = caller();
    private static final Caller EDITOR = caller(Role.EDITOR);
    private static final Caller ADMIN = caller(Role.ADMIN);

    private final AtomicInteger calls = new AtomicInteger();
    private final GraphQLSchema schema = SdlSchemas.schema("""
            type Query { open: String log: String same: Query }
            type Mutation { suggest: String revise: String remove: String }
            """, this::fetcher, environment -> null);
    private final NoLimits limits = new NoLimits();
    private final Documents documents =
            new Documents(schema, limits, new IntrospectionRule(() -> true), Memory.unlimited());

    @Inject
    ReadContexts reads;

    /** Counts its calls. */
    private record Fetcher(@Nullable Role requiredRole, AtomicInteger calls) implements LevelFetcher, Restricted {

        @Override
        public List<?> fetch(List<?> parents, Map<String, Object> arguments) {
            calls.incrementAndGet();
            return Collections.nCopies(parents.size(), "done");
        }
    }

    private DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        return new Fetcher(
                switch (field.getName()) {
                    case "revise" -> Role.EDITOR;
                    case "log", "remove" -> Role.ADMIN;
                    default -> null;
                },
                calls);
    }

    private static Caller caller(Role... roles) {
        return new Caller("https://issuer.example", "alice", Set.of(roles), Instant.MAX);
    }

    private Answer answer(String document, @Nullable String operationName, Caller caller) {
        Engine engine = new Engine(
                schema, reads, documents, new Deadlines(limits), new NoMutations(), limits, new ErrorHandler());
        return engine.answer(
                new Request(document, operationName, Map.of()).by(caller),
                null,
                new Cancellation(),
                Memory.unlimited().open());
    }

    private String codeFor(Caller caller, String document) {
        calls.set(0);
        List<GraphQLError> errors = answer(document, null, caller).errors();
        assertEquals(errors.isEmpty(), calls.get() > 0);
        return errors.isEmpty() ? "" : ClientError.codeOf(errors.get(0)).name();
    }

    @ParameterizedTest
    @CsvSource({
        "'{open}', '', '', '', ''",
        "'{log}', UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, ''",
        "'query($no: Boolean = false) {open log @include(if: $no)}', UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, ''",
        "'{open ...{...F}} fragment F on Query {aliased: log}', UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, ''",
        "'{open log __typename __schema {queryType {name}}}', UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, ''"
    })
    void roleOfARootFieldIsRequired(String document, String anonymous, String reader, String editor, String admin) {
        assertEquals(anonymous, codeFor(Caller.ANONYMOUS, document));
        assertEquals(reader, codeFor(READER, document));
        assertEquals(editor, codeFor(EDITOR, document));
        assertEquals(admin, codeFor(ADMIN, document));
    }

    @ParameterizedTest
    @CsvSource({
        "'mutation {revise}', UNAUTHENTICATED, FORBIDDEN, '', ''",
        "'mutation {remove}', UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, ''",
        "'mutation {revise remove}', UNAUTHENTICATED, FORBIDDEN, FORBIDDEN, ''",
        "'mutation {suggest}', '', '', '', ''"
    })
    void mutationIsPreparedForItsRoleOnly(
            String document, String anonymous, String reader, String editor, String admin) {
        assertEquals(anonymous, preparedCode(Caller.ANONYMOUS, document));
        assertEquals(reader, preparedCode(READER, document));
        assertEquals(editor, preparedCode(EDITOR, document));
        assertEquals(admin, preparedCode(ADMIN, document));
    }

    private String preparedCode(Caller caller, String document) {
        List<? extends GraphQLError> errors = documents
                .prepare(new Request(document, null, Map.of()).by(caller))
                .entry()
                .getErrors();
        return errors == null || errors.isEmpty()
                ? ""
                : ClientError.codeOf(errors.get(0)).name();
    }

    @Test
    void errorNamesTheFieldAndItsPosition() {
        GraphQLError error =
                answer("{\n  open\n  log\n}", null, EDITOR).errors().get(0);

        assertEquals("`log` requires the role `admin`, which the access token does not list.", error.getMessage());
        assertEquals(3, error.getLocations().get(0).getLine());
        assertEquals(
                "`log` requires the role `admin`, and the request has no access token.",
                answer("{log}", null, Caller.ANONYMOUS).errors().get(0).getMessage());
    }

    @Test
    void roleIsThatOfTheSelectedOperation() {
        String both = "query A {open} query B {log}";

        assertTrue(answer(both, "A", Caller.ANONYMOUS).errors().isEmpty());
        assertFalse(answer(both, "B", Caller.ANONYMOUS).errors().isEmpty());
    }

    @Test
    void preparedDocumentIsCheckedForEachCaller() {
        PreparedDocument prepared = documents.prepare("{log}");

        assertTrue(documents.find("{log}").prepared() == prepared);
        assertTrue(codeFor(ADMIN, "{log}").isEmpty());
        assertEquals("FORBIDDEN", codeFor(EDITOR, "{log}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{log}", "{open log}", "mutation {suggest}", "mutation {revise}"})
    void answerThatDependsOnTheCallerIsNotShared(String document) {
        assertFalse(documents.prepare(document).isCacheable(new Request(document, null, Map.of())));
        assertTrue(documents.prepare("{open}").isCacheable(new Request("{open}", null, Map.of())));
    }
}
