package dev.rangefinder.mutation;

import dev.rangefinder.node.GlobalId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.jspecify.annotations.Nullable;

/** The result of a mutation that removes a record. */
@RegisterForReflection // the engine calls the methods that it inherits
@Description("A removal from the catalogue.")
public final class Removal extends Payload {

    private final @Nullable GlobalId removed;

    /** Creates the result for a record that has been removed; null when it was refused. */
    public Removal(@Nullable GlobalId removed) {
        this.removed = removed;
    }

    @Override
    List<AppliedChange> results() {
        return removed == null ? List.of() : List.of(new AppliedChange(null, removed));
    }

    @io.smallrye.graphql.api.Nullable @Id
    @Description("The ID that the record had. Null if it was not removed.")
    public @Nullable String getRemoved() {
        return removed == null ? null : removed.encoded();
    }
}
