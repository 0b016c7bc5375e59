package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/**
 * The result of a mutation that adds or revises a record.
 *
 * @param <N> the type of the record
 */
@RegisterForReflection // the engine calls the methods that it inherits
@Description("A change of the catalogue.")
public final class Change<N extends Keyed> extends Payload {

    private final @Nullable EntityTable<N> table;
    private final @Nullable Long key;

    private Change(@Nullable EntityTable<N> table, @Nullable Long key) {
        this.table = table;
        this.key = key;
    }

    /** The change of a record that has been written. */
    public static <N extends Keyed> Change<N> of(EntityTable<N> table, Long key) {
        return new Change<>(table, key);
    }

    /** A change that was not made. */
    static Change<?> none() {
        return new Change<>(null, null);
    }

    @Override
    List<AppliedChange> results() {
        return table == null
                ? List.of()
                : List.of(new AppliedChange(new GlobalId(table.type().getSimpleName(), key), null));
    }

    @io.smallrye.graphql.api.Nullable @Description("The {item} after the change. Null if the change was refused.")
    public @Nullable N getNode() {
        return table == null
                ? null
                : table.named(Collections.singletonList(key)).get(0);
    }
}
