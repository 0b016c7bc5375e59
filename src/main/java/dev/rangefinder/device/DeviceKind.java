package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a device is one model or a series of them.")
public enum DeviceKind {
    @Description("One model.")
    MODEL,

    @Description("A series of models.")
    SERIES
}
