package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;

@Description("What a brand does for devices.")
public enum DevicePart {
    @Description("It makes them.")
    MAKER,

    @Description("It is a member of the partnership that they result from.")
    PARTNER,

    @Description("Either of these.")
    EITHER
}
