package dev.rangefinder.engine;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.MergedSelectionSet;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Executes introspection with graphql-java, within the size limit of answers. */
final class SchemaExecution extends AsyncExecutionStrategy {

    /** Approximate memory that graphql-java uses for each value: its result, path and parameters. */
    private static final int VALUE_BYTES = 600;

    private final AnswerSize size;

    SchemaExecution(DataFetcherExceptionHandler errors, AnswerSize size) {
        super(errors);
        this.size = size;
    }

    /** Executes a field of the schema; null when an error propagated to the root. */
    @Nullable Map<String, Object> execute(ExecutionContext context, ExecutionStrategyParameters parameters, SelectedField field) {
        MergedSelectionSet alone = MergedSelectionSet.newMergedSelectionSet()
                .subFields(Map.of(field.key(), field.field()))
                .build();
        try {
            return execute(context, parameters.transform(builder -> builder.fields(alone)))
                    .join()
                    .getData();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    @Override
    protected FieldValueInfo completeValue(ExecutionContext context, ExecutionStrategyParameters parameters) {
        String key = parameters.getField().getResultKey();
        int bytes = parameters.getPath().isListSegment() ? 1 : key.length() + 4;
        bytes += parameters.getSource() instanceof String text ? text.length() + 1 : 0;
        if (!size.add(bytes, VALUE_BYTES)) {
            throw size.tooLarge(key);
        }
        return super.completeValue(context, parameters);
    }
}
