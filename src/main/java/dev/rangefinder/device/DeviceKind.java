package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;

/** Whether a device is one model or a series of them. */
@Description("Whether a device is one model or a series of them.")
public enum DeviceKind {
    /** One model. */
    @Description("One model.")
    MODEL,

    /** A series of models. */
    @Description("A series of models.")
    SERIES
}
