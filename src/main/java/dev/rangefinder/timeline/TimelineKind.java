package dev.rangefinder.timeline;

import org.eclipse.microprofile.graphql.Description;

@Description("The kind of an entry of a timeline.")
public enum TimelineKind {
    @Description("An agreement was signed.")
    SIGNING,

    @Description("A partnership was announced.")
    ANNOUNCEMENT,

    @Description("A partnership started.")
    START,

    @Description("A partnership ended.")
    END,

    @Description("A brand joined a partnership.")
    MEMBER_JOINED,

    @Description("A brand left a partnership.")
    MEMBER_LEFT,

    @Description("A device was announced.")
    DEVICE_ANNOUNCED,

    @Description("A device was released.")
    DEVICE_RELEASED,

    @Description("The launch of a device in a market was announced.")
    LAUNCH_ANNOUNCED,

    @Description("A device was or will be launched in a market.")
    LAUNCH,

    @Description("A period that a figure covers.")
    FIGURE,

    @Description("An event.")
    EVENT,

    @Description("A claim expects something to happen.")
    EXPECTATION
}
