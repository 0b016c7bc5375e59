package dev.rangefinder.history;

import dev.rangefinder.mutation.Reversal;
import dev.rangefinder.mutation.Reverter;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** Changes that undo former ones. */
@GraphQLApi
public class HistoryMutations {

    private final Reverter reverter;

    HistoryMutations(Reverter reverter) {
        this.reverter = reverter;
    }

    @Mutation
    @RolesAllowed("admin")
    @Description(
            "Undoes an import as a whole: the rows that it added are removed, and those that it changed get their former values, as a new revision. Refused if a later revision changed any of them, or refers to one that would be removed. Requires the role `admin`.")
    public Reversal revertImport(@Description("The import.") RevertImportInput input) {
        return reverter.revert(input.revision(), Boolean.TRUE.equals(input.dryRun()));
    }
}
