package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveClaimInput")
@Description("The removal of a claim, with its effects.")
public record RemoveClaimInput(
        @Description("The ID of the claim.") String claim,

        @Description("The version of the claim that the removal is based on.")
        int expectedVersion) {}
