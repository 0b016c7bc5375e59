package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveContributionInput")
@Description("The removal of a contribution, with its claims.")
public record RemoveContributionInput(
        @Description("The ID of the contribution.") String contribution,

        @Description("The version of the contribution that the removal is based on.")
        int expectedVersion) {}
