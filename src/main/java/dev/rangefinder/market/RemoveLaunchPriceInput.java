package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveLaunchPriceInput")
@Description("The removal of a price, with its claims.")
public record RemoveLaunchPriceInput(
        @Description("The ID of the price.") String launchPrice,

        @Description("The version of the price that the removal is based on.")
        int expectedVersion) {}
