package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of claims. */
@Description("A page of claims.")
public class ClaimConnection extends Connection<ClaimConnection.ClaimEdge, Claim> {

    /** One of the claims. */
    @Description("One of the claims, and where it is in its connection.")
    public static class ClaimEdge extends Edge<Claim> {}
}
