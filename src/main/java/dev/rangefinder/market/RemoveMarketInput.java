package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveMarketInput")
@Description("The removal of a market, with its claims.")
public record RemoveMarketInput(
        @Description("The code or ID of the market.") String market,

        @Description("The version of the market that the removal is based on.")
        int expectedVersion) {}
