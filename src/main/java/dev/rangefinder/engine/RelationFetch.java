package dev.rangefinder.engine;

import dev.rangefinder.engine.schema.LevelFetcher;
import dev.rangefinder.engine.schema.MutationFetcher;
import dev.rangefinder.engine.schema.OperationFetcher;
import dev.rangefinder.observation.Observation;
import dev.rangefinder.observation.Trace;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.FetchPlan;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.RowLimitException;
import graphql.execution.ExecutionContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches the values of a relation for all objects of a level by one call. */
final class RelationFetch {

    private final ExecutionContext context;
    private final Meter meter;
    private final ReadContext reads;
    private final Changes changes;
    private final LastStatement lastStatement;
    private final @Nullable Trace trace;

    RelationFetch(ExecutionContext context, OperationContext operation) {
        this.context = context;
        this.meter = operation.meter();
        this.reads = operation.reads();
        this.changes = operation.changes();
        this.lastStatement = new LastStatement(context);
        this.trace = Observation.currentTrace();
    }

    /** The fan-out of a field of a level; that of the level itself if the field is not a relation. */
    FanOut fanOutOf(Level level, SelectedField field) {
        return field.fetcher() instanceof OperationFetcher || field.isListed()
                ? level.fanOut().of(field, context)
                : level.fanOut();
    }

    /**
     * The value of a field for each object of a level.
     *
     * @param fanOut the fan-out of the field
     * @param others the levels that are still to be executed
     * @throws OperationAbortedException if the operation exceeds a limit
     */
    List<?> fetch(Level level, int field, FanOut fanOut, Collection<Level> others) throws Exception {
        meter.charge(level.charge(1, field));
        try {
            return trace == null
                    ? read(level, field, fanOut, others)
                    : trace.level(
                            level.selection().type().getName(),
                            level.field(field).node().getName(),
                            level.size(),
                            () -> read(level, field, fanOut, others));
        } catch (RowLimitException e) {
            throw meter.exceeded(level.charge(e.rows(), field));
        } catch (DatabaseException e) {
            throw OperationAbortedException.isExhausted(e)
                    ? OperationAbortedException.exhausted(level.charge(1, field))
                    : e;
        }
    }

    private List<?> read(Level level, int field, FanOut fanOut, Collection<Level> others) throws Exception {
        SelectedField selected = level.field(field);
        LevelFetcher fetcher = (LevelFetcher) selected.fetcher();
        if (fetcher instanceof MutationFetcher) {
            return List.of(changes.payload(selected));
        }
        if (!(fetcher instanceof OperationFetcher)) {
            Map<String, Object> arguments = selected.arguments(context);
            meter.charge(level.charge(new ListArguments(arguments).representations(), field));
            return fetcher.fetch(level.objects(), arguments);
        }
        List<?> before = level.fetched().find(selected, context);
        if (before != null) {
            return before;
        }
        Map<String, Object> arguments = selected.arguments(context);
        reads.use(ArgumentMemory.of(arguments));
        List<?> values =
                reads.with(planOf(level, field, fanOut, others), () -> fetcher.fetch(level.objects(), arguments));
        level.fetched().add(selected, values);
        return values;
    }

    private FetchPlan planOf(Level level, int field, FanOut fanOut, Collection<Level> others) {
        SelectedField selected = level.field(field);
        // The cost, if requested, is read by a statement after all others.
        boolean last = !meter.asked
                && FetchPlan.fitsLastStatement((long) level.size() * FanOut.most(selected))
                && lastStatement.isOf(level, field, fanOut, others);
        return new FetchPlan(fanOut.projection(selected, context), meter.remaining(), last);
    }
}
