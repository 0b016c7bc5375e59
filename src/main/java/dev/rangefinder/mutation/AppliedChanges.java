package dev.rangefinder.mutation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The result of several changes that are made in one transaction. */
@RegisterForReflection // the engine calls the methods that it inherits
@Description("Several changes of the catalogue.")
public final class AppliedChanges extends Payload {

    private final @Nullable List<AppliedChange> results;

    /** Creates the result of changes that have been made; null when they were refused. */
    AppliedChanges(@Nullable List<AppliedChange> results) {
        this.results = results;
    }

    @Override
    List<AppliedChange> results() {
        return results == null ? List.of() : results;
    }

    @io.smallrye.graphql.api.Nullable @Description("What each change has done, in their order. Null if they were refused.")
    public @Nullable List<@NonNull AppliedChange> getResults() {
        return results;
    }
}
