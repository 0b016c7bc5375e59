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

/** An engine whose operations sleep in the database, and may not sleep long. */
final class Sleepy {

    private static final String DEFINITIONS = """
            type Query { sleep(milliseconds: Int!): Bed work(milliseconds: Int!): Bed }
            type Bed { sleep(milliseconds: Int!): Bed! work(milliseconds: Int!): Bed! slept: Int! }
            """;

    private final Engine engine;
    private final Deadlines deadlines;

    Sleepy(ReadContexts reads, Duration deadline) {
        this(reads, deadline, deadline);
    }

    /** An engine whose operations may not have the database work on them for long either. */
    Sleepy(ReadContexts reads, Duration deadline, Duration databaseTime) {
        Limits limits = new Unlimited() {
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
        GraphQLSchema schema = Handmade.schema(DEFINITIONS, Sleepy::fetcher, environment -> null);
        this.deadlines = new Deadlines(limits);
        this.engine = new Engine(
                schema,
                reads,
                new Documents(schema, limits, new IntrospectionRule(() -> true), Memory.unlimited()),
                deadlines,
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

    /** Sleeps as a statement does that may take its time. */
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
                cancellation,
                Memory.unlimited().open());
    }

    void stop() {
        deadlines.stop();
    }
}
