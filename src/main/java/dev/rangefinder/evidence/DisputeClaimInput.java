package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("DisputeClaimInput")
@Description("A claim that is disputed.")
public record DisputeClaimInput(
        @Description("The ID of the claim.") String claim,

        @Description("The version of the claim that the change is based on.")
        int expectedVersion) {}
