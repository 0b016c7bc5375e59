package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of citations. */
@Description("A page of citations.")
public class CitationConnection extends Connection<CitationConnection.CitationEdge, Citation> {

    /** One of the citations. */
    @Description("One of the citations, and where it is in its connection.")
    public static class CitationEdge extends Edge<Citation> {}
}
