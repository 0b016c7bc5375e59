package dev.rangefinder.market;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of figures. */
@Description("A page of figures.")
public class FigureConnection extends Connection<FigureConnection.FigureEdge, Figure> {

    /** One of the figures. */
    @Description("One of the figures, and where it is in its connection.")
    public static class FigureEdge extends Edge<Figure> {}
}
