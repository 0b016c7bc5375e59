package dev.rangefinder.engine;

import dev.rangefinder.graphql.Keyed;
import dev.rangefinder.memory.MemoryShortageException;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Trace;
import dev.rangefinder.sql.ExhaustedException;
import dev.rangefinder.sql.FetchPlan;
import dev.rangefinder.sql.ReadContext;
import dev.rangefinder.sql.RowLimitException;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One execution of one query: GraphQL specification, sections 6.3 and 6.4, for all objects of a level at once. */
final class LevelExecution {

    /** Stands for a null that its position does not allow, so that what is around it becomes null: section 6.4.4. */
    private static final Object FAILED = new Object();

    /** Objects of one type that one field of the document led to, and the rows that they become. */
    record Level(Selection selection, Extent extent, List<Object> objects, List<Row> rows) {}

    private final ExecutionContext context;
    private final ExecutionStrategyParameters parameters;
    private final ErrorHandler errors;
    private final Meter meter;
    private final AnswerSize size;
    private final ReadContext reads;
    private final FieldErrors fieldErrors;
    private final LastStatement lastStatement;
    private final @Nullable Trace trace;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final ListPosition position = new ListPosition();
    private final List<Level> opened = new ArrayList<>();
    private Extent opening = Extent.ROOT;
    private FetchedFields fetched;

    /** How many objects the current field has led to so far, for all objects of its level. */
    private long objects;

    /** How many objects the current level has. */
    private int parents;

    private final @Nullable Object failed;
    private boolean rootFailed;

    LevelExecution(
            ExecutionContext context,
            ExecutionStrategyParameters parameters,
            ErrorHandler errors,
            OperationContext operation) {
        this.context = context;
        this.parameters = parameters;
        this.errors = errors;
        this.meter = operation.meter();
        this.size = operation.size();
        this.reads = operation.reads();
        this.fieldErrors = new FieldErrors(context, errors, size);
        this.lastStatement = new LastStatement(context);
        this.fetched = new FetchedFields(context);
        this.trace = Observation.currentTrace();
        this.failed = context.propagateErrorsOnNonNullContractFailure() ? FAILED : null;
    }

    /** The answer, or null where an error reached its root. */
    @Nullable Row run(Selection selection) {
        Row root = new Row(selection, null, 0, Row.NO_INDICES);
        Object source = parameters.getSource() == null ? this : parameters.getSource();
        levels.add(new Level(selection, Extent.ROOT, List.of(source), List.of(root)));
        while (!levels.isEmpty()) {
            execute(levels.remove());
        }
        fieldErrors.end();
        return rootFailed ? null : root;
    }

    private void execute(Level level) {
        parents = level.rows.size();
        if (level.objects.get(0) instanceof Keyed) {
            meter.nodes += level.objects.size();
        }
        fetched = new FetchedFields(context);
        for (int field = 0; field < level.selection.fields().length; field++) {
            execute(level, field, level.selection.fields()[field]);
            charge(level, field);
            levels.addAll(opened);
            opened.clear();
        }
    }

    /** Charges the objects that a field has led to. */
    private void charge(Level level, int field) {
        if (objects > 0) {
            meter.charge(new Charge(objects, level.rows.get(0), field));
            objects = 0;
        }
    }

    private void execute(Level level, int field, SelectedField selected) {
        opening = level.extent;
        if (selected.isTypeName()) {
            level.rows.forEach(row -> setTypeName(row, field));
        } else if (selected.isIntrospection()) {
            level.rows.forEach(row -> introspect(row, field, selected));
        } else if (selected.fetcher() instanceof PlainFetcher plain) {
            readEach(level, field, plain);
        } else {
            resolve(level, field, selected, (LevelFetcher) selected.fetcher());
        }
    }

    private void setTypeName(Row row, int field) {
        String name = row.selection.type().getName();
        row.values[field] = name;
        if (!size.add(name.length() + 1L, 0)) {
            throw tooLarge(row, field);
        }
    }

    private void readEach(Level level, int field, PlainFetcher plain) {
        for (int i = 0; i < level.rows.size(); i++) {
            completeOrFail(level.rows.get(i), field, read(plain, level.objects.get(i)));
        }
    }

    /** A value, or the exception in its place. */
    private static @Nullable Object read(PlainFetcher plain, Object object) {
        try {
            return plain.read(object);
        } catch (MemoryShortageException e) {
            throw e;
        } catch (Exception e) {
            return e;
        }
    }

    private void resolve(Level level, int field, SelectedField selected, LevelFetcher fetcher) {
        List<?> values;
        meter.charge(new Charge(1, level.rows.get(0), field));
        try {
            values = trace == null
                    ? fetch(level, field, selected, fetcher)
                    : trace.level(
                            level.selection.type().getName(),
                            selected.node().getName(),
                            level.objects.size(),
                            () -> fetch(level, field, selected, fetcher));
        } catch (RowLimitException e) {
            throw meter.exceeded(new Charge(e.rows(), level.rows.get(0), field));
        } catch (MemoryShortageException e) {
            throw e;
        } catch (ExhaustedException e) {
            throw OperationAbortedException.exhausted(new Charge(1, level.rows.get(0), field));
        } catch (Exception e) {
            Exception once = errors.logged(e);
            level.rows.forEach(row -> fail(row, field, once));
            return;
        }
        for (int i = 0; i < level.rows.size(); i++) {
            completeOrFail(level.rows.get(i), field, values.get(i));
        }
    }

    private List<?> fetch(Level level, int field, SelectedField selected, LevelFetcher fetcher) throws Exception {
        if (!(fetcher instanceof OperationFetcher)) {
            return fetcher.fetch(level.objects, selected.arguments(context));
        }
        opening = level.extent.of(selected, context);
        return reads.with(
                planOf(level, field, selected),
                () -> fetched.once(selected, () -> fetcher.fetch(level.objects, selected.arguments(context))));
    }

    private FetchPlan planOf(Level level, int field, SelectedField selected) {
        // The price, when it is asked for, runs a statement after all others.
        boolean last = !meter.asked
                && FetchPlan.fitsLastStatement((long) level.objects.size() * Extent.most(selected))
                && lastStatement.isOf(level, field, opening, levels);
        return new FetchPlan(opening.projection(selected, context), meter.remaining(), last);
    }

    private void completeOrFail(Row row, int field, @Nullable Object value) {
        if (value instanceof ExhaustedException) {
            throw OperationAbortedException.exhausted(new Charge(1, row, field));
        }
        if (value instanceof Exception failure) {
            fail(row, field, failure);
        } else {
            complete(row, field, value);
        }
    }

    /** Introspection stays with graphql-java. Its answer is complete, and so are its errors. */
    private void introspect(Row row, int field, SelectedField selected) {
        MergedSelectionSet alone = MergedSelectionSet.newMergedSelectionSet()
                .subFields(Map.of(selected.key(), selected.field()))
                .build();
        Map<String, Object> data = introspect(alone);
        if (data == null) {
            discard(row);
        } else {
            row.values[field] = data.get(selected.key());
        }
    }

    private @Nullable Map<String, Object> introspect(MergedSelectionSet selected) {
        try {
            return new SchemaExecution(errors, size)
                    .execute(context, parameters.transform(builder -> builder.fields(selected)))
                    .join()
                    .getData();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void complete(Row row, int field, @Nullable Object value) {
        SelectedField selected = row.selection.fields()[field];
        Object completed = complete(selected.completion(), value, row, field, selected);
        if (completed == FAILED) {
            discard(row);
        } else {
            row.values[field] = completed;
        }
    }

    private @Nullable Object complete(
            Completion type, @Nullable Object value, Row row, int field, SelectedField selected) {
        if (value == null) {
            return type.nonNull() ? nullInNonNull(row, field) : null;
        }
        if (type.item() != null) {
            return completeList(type, value, row, field, selected);
        }
        return type.isLeaf()
                ? completeLeaf(type, value, row, field)
                : completeObject(type, value, row, field, selected);
    }

    private @Nullable Object nullInNonNull(Row row, int field) {
        fieldErrors.addNullInNonNull(row, field, position.toArray());
        return failed;
    }

    /** What stands in the place of a value that has an error. */
    private @Nullable Object nothing(Completion type) {
        return type.nonNull() ? failed : null;
    }

    private @Nullable Object completeList(Completion type, Object value, Row row, int field, SelectedField selected) {
        if (!(value instanceof Collection<?> items)) {
            Exception failure = new IllegalStateException("A list was expected, but it is a " + value.getClass());
            fieldErrors.add(row, field, position.toArray(), failure);
            return nothing(type);
        }
        Object[] completed = new Object[items.size()];
        boolean broken = false;
        position.enter();
        for (Object item : items) {
            int index = position.next();
            completed[index] = complete(type.item(), item, row, field, selected);
            broken |= completed[index] == FAILED;
        }
        position.leave();
        return broken ? nothing(type) : completed;
    }

    private @Nullable Object completeLeaf(Completion type, Object value, Row row, int field) {
        Object leaf;
        try {
            leaf = Leaves.serialize(type, value, context);
        } catch (RuntimeException e) {
            fieldErrors.add(row, field, position.toArray(), e);
            return nothing(type);
        }
        if (!size.addLeaf(leaf)) {
            throw tooLarge(row, field);
        }
        return leaf == null && type.nonNull() ? nullInNonNull(row, field) : leaf;
    }

    private @Nullable Object completeObject(Completion type, Object value, Row row, int field, SelectedField selected) {
        GraphQLObjectType concrete;
        try {
            concrete = ConcreteTypes.of(type.type(), value, context);
        } catch (RuntimeException e) {
            fieldErrors.add(row, field, position.toArray(), e);
            return nothing(type);
        }
        if (++objects > meter.remaining()) {
            throw meter.exceeded(new Charge(objects, row, field));
        }
        Row child = new Row(selected.below(concrete, context), row, field, position.toArray());
        Level level = levelOf(child.selection);
        level.objects.add(value);
        level.rows.add(child);
        if (!size.addObject(child.selection)) {
            throw tooLarge(row, field);
        }
        return child;
    }

    private Level levelOf(Selection selection) {
        for (Level level : opened) {
            if (level.selection == selection) {
                return level;
            }
        }
        // Most relations lead to at least one object from each.
        Level level = new Level(selection, opening, new ArrayList<>(parents), new ArrayList<>(parents));
        opened.add(level);
        return level;
    }

    private void fail(Row row, int field, Exception failure) {
        SelectedField selected = row.selection.fields()[field];
        fieldErrors.add(row, field, position.toArray(), failure);
        if (nothing(selected.completion()) == FAILED) {
            discard(row);
        }
    }

    /** Makes a row null, or what is around it where the row cannot be: section 6.4.4. */
    private void discard(Row row) {
        Row parent = row.parent;
        if (parent == null) {
            rootFailed = true;
            return;
        }
        Completion type = parent.selection.fields()[row.field].completion();
        Object remaining = without(parent.values[row.field], row, 0, type);
        if (remaining == FAILED) {
            discard(parent);
        } else {
            parent.values[row.field] = remaining;
        }
    }

    private static @Nullable Object without(@Nullable Object value, Row row, int depth, Completion type) {
        if (depth == row.indices.length) {
            return value != row ? value : type.nonNull() ? FAILED : null;
        }
        if (!(value instanceof Object[] items)) {
            return value;
        }
        int index = row.indices[depth];
        Object remaining = without(items[index], row, depth + 1, type.item());
        if (remaining == FAILED) {
            return type.nonNull() ? FAILED : null;
        }
        items[index] = remaining;
        return items;
    }

    private AnswerTooLargeException tooLarge(Row row, int field) {
        return size.tooLarge(row.path(field));
    }
}
