package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RetractClaimInput")
@Description("A claim that is retracted.")
public record RetractClaimInput(
        @Description("The ID of the claim.") String claim,

        @Description("The version of the claim that the change is based on.")
        int expectedVersion) {}
