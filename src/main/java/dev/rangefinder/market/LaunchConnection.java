package dev.rangefinder.market;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of launches. */
@Description("A page of launches.")
public class LaunchConnection extends Connection<LaunchConnection.LaunchEdge, Launch> {

    /** One of the launches. */
    @Description("One of the launches, and where it is in its connection.")
    public static class LaunchEdge extends Edge<Launch> {}
}
