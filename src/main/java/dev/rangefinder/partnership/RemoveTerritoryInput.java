package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveTerritoryInput")
@Description("The removal of a territory, with its claims.")
public record RemoveTerritoryInput(
        @Description("The ID of the territory.") String territory,

        @Description("The version of the territory that the removal is based on.")
        int expectedVersion) {}
