package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveFigureInput")
@Description("The removal of a figure, with its claims.")
public record RemoveFigureInput(
        @Description("The ID of the figure.") String figure,

        @Description("The version of the figure that the removal is based on.")
        int expectedVersion) {}
