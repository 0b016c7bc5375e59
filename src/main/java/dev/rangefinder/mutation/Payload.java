package dev.rangefinder.mutation;

import dev.rangefinder.change.Revision;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a mutation returns. In the schema each mutation has a payload of its own, which is derived from this. */
public abstract class Payload {

    private @Nullable Long made;
    private @Nullable Revision seen;
    private List<ChangeError> errors = List.of();

    /** Sets the revision that the change has made, when it is committed. */
    @Ignore
    public void commit(Revision revision) {
        commit(revision.number(), revision);
    }

    /**
     * Sets the revision that the same change has made before.
     *
     * @param revision the catalogue as it is now, or later
     */
    @Ignore
    public void commit(long number, Revision revision) {
        made = number;
        seen = revision;
    }

    /**
     * Sets the reasons why the change was refused.
     *
     * @param revision the catalogue that they refer to, or a later one
     */
    @Ignore
    public void refuse(List<ChangeError> reasons, Revision revision) {
        errors = reasons;
        seen = revision;
    }

    /** What was done, change by change; empty if it was refused, or is no change of single records. */
    List<AppliedChange> results() {
        return List.of();
    }

    /** What {@link PayloadTypes} needs to create such a payload again. */
    List<String> outcome() {
        return results().stream().map(AppliedChange::toString).toList();
    }

    /** The earliest revision that this can be read from. */
    @Ignore
    public @Nullable Revision seenRevision() {
        return seen;
    }

    @io.smallrye.graphql.api.Nullable @Description("The revision of the catalogue that the change has made. Null if it was refused.")
    public @Nullable Integer getRevision() {
        return made == null ? null : Math.toIntExact(made);
    }

    @Description("The reasons why the change was refused, all at once. Empty if it is stored.")
    public List<@NonNull ChangeError> getErrors() {
        return errors;
    }
}
