package dev.rangefinder.evidence;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of claims. */
@GraphQLApi
public class ClaimMutations {

    private final Editor editor;

    ClaimMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a claim about a record. Requires the role `editor`.")
    public Change<Claim> makeClaim(@Description("The claim.") MakeClaimInput input) {
        return editor.claim(EvidenceApi.CLAIMS, input.subject(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Gives a claim the standing `RETRACTED`. Requires the role `editor`.")
    public Change<Claim> retractClaim(@Description("The claim.") RetractClaimInput input) {
        return editor.edit(
                EvidenceApi.CLAIMS,
                input.claim(),
                input.expectedVersion(),
                claim -> claim.standing = Standing.RETRACTED);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Gives a claim the standing `DISPUTED`. Requires the role `editor`.")
    public Change<Claim> disputeClaim(@Description("The claim.") DisputeClaimInput input) {
        return editor.edit(
                EvidenceApi.CLAIMS,
                input.claim(),
                input.expectedVersion(),
                claim -> claim.standing = Standing.DISPUTED);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a claim, if no value depends on it. Requires the role `admin`.")
    public Removal removeClaim(@Description("The claim.") RemoveClaimInput input) {
        return editor.remove(EvidenceApi.CLAIMS, input.claim(), input.expectedVersion());
    }
}
