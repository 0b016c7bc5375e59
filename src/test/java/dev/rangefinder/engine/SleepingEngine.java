package dev.rangefinder.engine;

import dev.rangefinder.engine.document.Documents;
import dev.rangefinder.engine.document.IntrospectionRule;
import dev.rangefinder.engine.document.Limits;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.PlainFetcher;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import dev.rangefinder.transaction.Sql;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An engine with a deadline, whose operations sleep in the database. */
final class SleepingEngine {

    private static final String DEFINITIONS = """
            type Query { sleep(milliseconds: Int!): Bed work(milliseconds: Int!): Bed }
            type Bed { sleep(milliseconds: Int!): Bed! work(milliseconds: Int!): Bed! slept: Int! }
            """;

    private final Engine engine;
    private final Deadlines deadlines;

    SleepingEngine(ReadContexts reads, Duration deadline) {
        this(reads, deadline, deadline);
    }

    /** An engine with a deadline and a limit of the database time. */
    SleepingEngine(ReadContexts reads, Duration deadline, Duration databaseTime) {
        Limits limits = new NoLimits() {
            @Override
            public Duration databaseTime() {
                return databaseTime;
            }

            @Override
            public Duration deadline() {
                return deadline;
            }
        };
        ErrorHandler errors = new ErrorHandler();
        GraphQLSchema schema = SdlSchemas.schema(DEFINITIONS, SleepingEngine::fetcher, environment -> null);
        this.deadlines = new Deadlines(limits);
        this.engine = new Engine(
                schema,
                reads,
                new Documents(schema, limits, new IntrospectionRule(() -> true), Memory.unlimited()),
                deadlines,
                new NoMutations(),
                limits,
                errors);
    }

    private static DataFetcher<?> fetcher(GraphQLObjectType type, GraphQLFieldDefinition field) {
        if (field.getName().equals("sleep")) {
            LevelFetcher level = (parents, arguments) -> List.of(sleep((Integer) arguments.get("milliseconds")));
            return level;
        }
        if (field.getName().equals("work")) {
            LevelFetcher level = (parents, arguments) -> List.of(work((Integer) arguments.get("milliseconds")));
            return level;
        }
        PlainFetcher plain = slept -> slept;
        return plain;
    }

    /** Sleeps in the database. */
    static Integer sleep(int milliseconds) {
        return sleep(milliseconds, 0);
    }

    /** Sleeps like a statement that may take this long. */
    private static Integer work(int milliseconds) {
        return sleep(milliseconds, TimeUnit.MILLISECONDS.toNanos(milliseconds));
    }

    private static Integer sleep(int milliseconds, long atMost) {
        ReadContext.current().read(Sql.of("select pg_sleep(? / 1000.0)", milliseconds), atMost, row -> {});
        return milliseconds;
    }

    Answer answer(String query) {
        return answer(query, new Cancellation());
    }

    Answer answer(String query, Cancellation cancellation) {
        return engine.answer(
                new Request(query, null, Map.of()),
                null,
                cancellation,
                Memory.unlimited().open());
    }

    void stop() {
        deadlines.stop();
    }
}
