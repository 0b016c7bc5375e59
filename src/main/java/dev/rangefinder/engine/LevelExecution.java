package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.PlainFetcher;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.relay.Keyed;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executes one query, level by level: GraphQL specification, sections 6.3 and 6.4. */
final class LevelExecution {

    private final ExecutionContext context;
    private final ExecutionStrategyParameters parameters;
    private final ErrorHandler errors;
    private final OperationContext operation;
    private final FieldErrors fieldErrors;
    private final NullPropagation nulls;
    private final ValueCompletion completion;
    private final RelationFetch relations;
    private final Deque<Level> levels = new ArrayDeque<>();

    LevelExecution(
            ExecutionContext context,
            ExecutionStrategyParameters parameters,
            ErrorHandler errors,
            OperationContext operation) {
        this.context = context;
        this.parameters = parameters;
        this.errors = errors;
        this.operation = operation;
        this.fieldErrors = new FieldErrors(context, errors, operation.size());
        this.nulls = new NullPropagation(context);
        this.completion = new ValueCompletion(context, fieldErrors, operation, nulls);
        this.relations = new RelationFetch(context, operation);
    }

    /** Returns the data of the answer, or null when an error propagated to the root. */
    @Nullable Row run(Selection selection) {
        Row root = new Row(selection, null, 0, Row.NO_INDICES);
        Object source = parameters.getSource() == null ? this : parameters.getSource();
        levels.add(Level.root(source, root));
        while (!levels.isEmpty()) {
            execute(levels.remove());
        }
        fieldErrors.end();
        return nulls.hasReachedRoot() ? null : root;
    }

    private void execute(Level level) {
        if (level.objects().get(0) instanceof Keyed) {
            operation.meter().nodes += level.size();
        }
        for (int field = 0; field < level.selection().fields().length; field++) {
            execute(level, field, level.field(field));
        }
    }

    private void execute(Level level, int field, SelectedField selected) {
        if (selected.isTypeName()) {
            level.rows().forEach(row -> setTypeName(row, field));
        } else if (selected.isIntrospection()) {
            level.rows().forEach(row -> introspect(row, field, selected));
        } else {
            ChildLevels children = childrenOf(level, selected);
            resolve(level, field, selected, children);
            if (children.objects() > 0) {
                operation.meter().charge(level.charge(children.objects(), field));
            }
            children.addTo(levels);
        }
    }

    private ChildLevels childrenOf(Level level, SelectedField selected) {
        boolean none = selected.fetcher() instanceof PlainFetcher
                && selected.completion().isLeaf();
        return none ? ChildLevels.NONE : new ChildLevels(relations.fanOutOf(level, selected), level.size());
    }

    private void resolve(Level level, int field, SelectedField selected, ChildLevels children) {
        if (selected.fetcher() instanceof PlainFetcher plain) {
            for (int i = 0; i < level.size(); i++) {
                read(plain, level.objects().get(i), level.rows().get(i), field, children);
            }
        } else {
            fetch(level, field, children);
        }
    }

    private void setTypeName(Row row, int field) {
        String name = row.selection.type().getName();
        row.values[field] = name;
        if (!operation.size().add(name.length() + 1L, 0)) {
            throw operation.size().tooLarge(row.path(field));
        }
    }

    /** graphql-java executes introspection and adds its errors. */
    private void introspect(Row row, int field, SelectedField selected) {
        Map<String, Object> data = new SchemaExecution(errors, operation.size()).execute(context, parameters, selected);
        if (data == null) {
            nulls.discard(row);
        } else {
            row.values[field] = data.get(selected.key());
        }
    }

    private void read(PlainFetcher plain, Object object, Row row, int field, ChildLevels children) {
        Object value;
        try {
            value = plain.read(object);
        } catch (MemoryShortageException e) {
            throw e;
        } catch (Exception e) {
            completion.fail(row, field, e);
            return;
        }
        completion.complete(row, field, value, children);
    }

    private void fetch(Level level, int field, ChildLevels children) {
        List<?> values;
        try {
            values = relations.fetch(level, field, children.fanOut(), levels);
        } catch (OperationAbortedException | MemoryShortageException e) {
            throw e;
        } catch (Exception e) {
            Exception once = errors.logged(e);
            level.rows().forEach(row -> completion.fail(row, field, once));
            return;
        }
        for (int i = 0; i < level.size(); i++) {
            complete(level.rows().get(i), field, values.get(i), children);
        }
    }

    private void complete(Row row, int field, @Nullable Object value, ChildLevels children) {
        Exception failure = LevelFetcher.failureOf(value);
        if (failure == null) {
            completion.complete(row, field, value, children);
        } else {
            completion.fail(row, field, failure);
        }
    }
}
