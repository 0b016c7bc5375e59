package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveLaunchInput")
@Description("The removal of a launch, with its prices and claims.")
public record RemoveLaunchInput(
        @Description("The ID of the launch.") String launch,

        @Description("The version of the launch that the removal is based on.")
        int expectedVersion) {}
