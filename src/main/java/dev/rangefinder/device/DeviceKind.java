package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;

@Description("Whether a device is a single model or a series of models.")
public enum DeviceKind {
    @Description("A single model.")
    MODEL,

    @Description("A series of models.")
    SERIES
}
