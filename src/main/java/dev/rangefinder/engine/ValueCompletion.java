package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.ConcreteTypes;
import graphql.execution.ExecutionContext;
import graphql.schema.GraphQLObjectType;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Completes the values of fields: GraphQL specification, section 6.4.3. */
final class ValueCompletion {

    private final ExecutionContext context;
    private final FieldErrors errors;
    private final Meter meter;
    private final AnswerSize size;
    private final NullPropagation nulls;
    private final ListPosition position = new ListPosition();

    ValueCompletion(ExecutionContext context, FieldErrors errors, OperationContext operation, NullPropagation nulls) {
        this.context = context;
        this.errors = errors;
        this.meter = operation.meter();
        this.size = operation.size();
        this.nulls = nulls;
    }

    /** Completes the value of a field. Objects are added to the levels below the field. */
    void complete(Row row, int field, @Nullable Object value, ChildLevels children) {
        Completion type = row.selection.fields()[field].completion();
        nulls.put(row, field, complete(type, value, row, field, children));
    }

    /**
     * Adds the error for a field that failed, and makes it null.
     *
     * @throws OperationAbortedException if the operation has exhausted its database time
     */
    void fail(Row row, int field, Exception failure) {
        if (OperationAbortedException.isExhausted(failure)) {
            throw OperationAbortedException.exhausted(new Charge(1, row, field));
        }
        nulls.put(row, field, error(row.selection.fields()[field].completion(), row, field, failure));
    }

    private @Nullable Object complete(
            Completion type, @Nullable Object value, Row row, int field, ChildLevels children) {
        if (value == null) {
            return type.nonNull() ? nullInNonNull(type, row, field) : null;
        }
        if (type.item() != null) {
            return completeList(type, value, row, field, children);
        }
        return type.isLeaf()
                ? completeLeaf(type, value, row, field)
                : completeObject(type, value, row, field, children);
    }

    private @Nullable Object nullInNonNull(Completion type, Row row, int field) {
        errors.addNullInNonNull(row, field, position.toArray());
        return nulls.valueOfError(type);
    }

    private @Nullable Object error(Completion type, Row row, int field, Exception failure) {
        errors.add(row, field, position.toArray(), failure);
        return nulls.valueOfError(type);
    }

    private @Nullable Object completeList(Completion type, Object value, Row row, int field, ChildLevels children) {
        if (!(value instanceof Collection<?> items)) {
            Exception failure = new IllegalStateException("A list was expected, but it is a " + value.getClass());
            return error(type, row, field, failure);
        }
        Object[] completed = new Object[items.size()];
        boolean broken = false;
        position.enter();
        for (Object item : items) {
            int index = position.next();
            completed[index] = complete(type.item(), item, row, field, children);
            broken |= NullPropagation.isFailed(completed[index]);
        }
        position.leave();
        return broken ? nulls.valueOfError(type) : completed;
    }

    private @Nullable Object completeLeaf(Completion type, Object value, Row row, int field) {
        Object leaf;
        try {
            leaf = Leaves.serialize(type, value, context);
        } catch (RuntimeException e) {
            return error(type, row, field, e);
        }
        if (!size.addLeaf(leaf)) {
            throw size.tooLarge(row.path(field));
        }
        return leaf == null && type.nonNull() ? nullInNonNull(type, row, field) : leaf;
    }

    private @Nullable Object completeObject(Completion type, Object value, Row row, int field, ChildLevels children) {
        GraphQLObjectType concrete;
        try {
            concrete = ConcreteTypes.of(type.type(), value, context);
        } catch (RuntimeException e) {
            return error(type, row, field, e);
        }
        int objects = children.count();
        if (objects > meter.remaining()) {
            throw meter.exceeded(new Charge(objects, row, field));
        }
        Selection selection = row.selection.fields()[field].below(concrete, context);
        Row child = new Row(selection, row, field, position.toArray());
        children.add(value, child);
        if (!size.addObject(selection)) {
            throw size.tooLarge(row.path(field));
        }
        return child;
    }
}
