package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;

/** What a brand makes. */
@Description("What a brand makes.")
public enum ProductKind {
    /** Lenses and cameras. */
    @Description("Lenses and cameras.")
    CAMERA_OPTICS,

    /** Phones. */
    @Description("Phones.")
    HANDSETS
}
