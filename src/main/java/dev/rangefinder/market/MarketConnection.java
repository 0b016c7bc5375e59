package dev.rangefinder.market;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of markets. */
@Description("A page of markets.")
public class MarketConnection extends Connection<MarketConnection.MarketEdge, Market> {

    /** One of the markets. */
    @Description("One of the markets, and where it is in its connection.")
    public static class MarketEdge extends Edge<Market> {}
}
