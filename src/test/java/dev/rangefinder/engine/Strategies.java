package dev.rangefinder.engine;

import dev.rangefinder.engine.document.PreparedOperation;
import dev.rangefinder.engine.document.Request;
import dev.rangefinder.memory.Memory;
import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.ExecutionStrategy;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.GraphQLSchema;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Executes documents by two strategies: level by level, and parent by parent as graphql-java does. */
final class Strategies {

    private final GraphQLSchema schema;
    private final ReadContexts reads;
    private final GraphQL byLevel;
    private final GraphQL byParent;

    Strategies(GraphQLSchema schema, ReadContexts reads) {
        ErrorHandler errors = new ErrorHandler();
        this.schema = schema;
        this.reads = reads;
        this.byLevel = graphQL(errors, new LevelExecutionStrategy(errors, new NoLimits()));
        this.byParent = graphQL(errors, new AsyncExecutionStrategy(errors));
    }

    private GraphQL graphQL(ErrorHandler errors, ExecutionStrategy strategy) {
        return GraphQL.newGraphQL(schema)
                .queryExecutionStrategy(strategy)
                .defaultDataFetcherExceptionHandler(errors)
                .preparsedDocumentProvider((input, parse) ->
                        CompletableFuture.completedFuture(OperationContext.of(input.getGraphQLContext())
                                .operation()
                                .entry()))
                .build();
    }

    /** A parsed and validated document, which can be executed several times. */
    final class Prepared {

        private final GeneratedDocument document;
        private final PreparsedDocumentEntry entry;

        private Prepared(GeneratedDocument document, ParseAndValidateResult result) {
            this.document = document;
            this.entry = result.isFailure()
                    ? new PreparsedDocumentEntry(result.getErrors())
                    : new PreparsedDocumentEntry(result.getDocument());
        }

        GeneratedDocument document() {
            return document;
        }

        boolean isValid() {
            return !entry.hasErrors();
        }

        ExecutionResult byLevel() {
            return byLevel(null);
        }

        ExecutionResult byParent() {
            return byParent(null);
        }

        ExecutionResult byLevel(@Nullable Moment moment) {
            return execute(byLevel, moment);
        }

        ExecutionResult byParent(@Nullable Moment moment) {
            return execute(byParent, moment);
        }

        private ExecutionResult execute(GraphQL graphQL, @Nullable Moment moment) {
            Request request = new Request(document.query(), document.operationName(), document.variables());
            try (ReadContext context = reads.openAtOnce()) {
                PreparedOperation operation = new PreparedOperation(request, null, entry);
                Changes none = new Changes(new NoMutations(), request, System.nanoTime());
                OperationContext execution =
                        new OperationContext(operation, none, new Meter(false), unlimited(), context);
                ExecutionInput input = ExecutionInput.newExecutionInput()
                        .query(document.query())
                        .operationName(document.operationName())
                        .variables(document.variables())
                        .graphQLContext(execution.entries())
                        .locale(Locale.ROOT)
                        .build();
                return moment == null
                        ? graphQL.execute(input)
                        : reads.read(context, moment, () -> graphQL.execute(input));
            }
        }

        private static AnswerSize unlimited() {
            return new AnswerSize(Long.MAX_VALUE, Memory.unlimited().open(), () -> false);
        }

        @Override
        public String toString() {
            return document + "\n" + entry.getErrors();
        }
    }

    Prepared prepare(GeneratedDocument document) {
        ExecutionInput input =
                ExecutionInput.newExecutionInput().query(document.query()).build();
        return new Prepared(document, ParseAndValidate.parseAndValidate(schema, input));
    }
}
