package dev.rangefinder.mutation;

import dev.rangefinder.change.Revision;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

/** The result of a mutation that undoes an import. */
@RegisterForReflection // the engine calls the methods that it inherits
@Description("An import that was undone.")
public final class Reversal extends Payload {

    private final long removed;
    private final long restored;
    private final boolean isDryRun;

    /**
     * Creates the result of a reversal.
     *
     * @param removed the number of rows that were removed
     * @param restored the number of rows that have their former values
     * @param isDryRun whether all of that was rolled back
     */
    public Reversal(long removed, long restored, boolean isDryRun) {
        this.removed = removed;
        this.restored = restored;
        this.isDryRun = isDryRun;
    }

    @Override
    List<String> outcome() {
        return List.of(Long.toString(removed), Long.toString(restored));
    }

    @Ignore
    @Override
    public void commit(Revision revision) {
        if (isDryRun) {
            refuse(List.of(), revision);
        } else {
            super.commit(revision);
        }
    }

    @Description(
            "The number of rows that the import had added and that were removed: records, their parts, claims and links. In a dry run, the number that would be removed.")
    public int getRemovedRows() {
        return Math.toIntExact(removed);
    }

    @Description(
            "The number of rows that the import had changed and that have their former values again. In a dry run, the number that would have them.")
    public int getRestoredRows() {
        return Math.toIntExact(restored);
    }
}
