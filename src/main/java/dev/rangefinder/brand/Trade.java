package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;

@Description("What a brand makes.")
public enum Trade {
    @Description("Cameras.")
    CAMERAS,

    @Description("Lenses and other optics.")
    OPTICS,

    @Description("Phones.")
    HANDSETS,

    @Description("Imaging technology, such as software for photography.")
    IMAGING
}
