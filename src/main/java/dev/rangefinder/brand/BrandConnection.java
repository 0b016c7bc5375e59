package dev.rangefinder.brand;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of brands. */
@Description("A page of brands.")
public class BrandConnection extends Connection<BrandConnection.BrandEdge, Brand> {

    /** One of the brands. */
    @Description("One of the brands, and where it is in its connection.")
    public static class BrandEdge extends Edge<Brand> {}
}
