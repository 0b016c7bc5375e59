package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;

@Description("The kind of products that a brand makes.")
public enum ProductKind {
    @Description("Lenses and cameras.")
    CAMERA_OPTICS,

    @Description("Phones.")
    HANDSETS
}
