package dev.rangefinder.partnership;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of partnerships. */
@Description("A page of partnerships.")
public class PartnershipConnection extends Connection<PartnershipConnection.PartnershipEdge, Partnership> {

    /** One of the partnerships. */
    @Description("One of the partnerships, and where it is in its connection.")
    public static class PartnershipEdge extends Edge<Partnership> {}
}
