package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveOwnershipInput")
@Description("The removal of an ownership, with its claims.")
public record RemoveOwnershipInput(
        @Description("The ID of the ownership.") String ownership,

        @Description("The version of the ownership that the removal is based on.")
        int expectedVersion) {}
