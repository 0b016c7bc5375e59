package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;

@Description("How far a device has come.")
public enum DeviceStatus {
    @Description("Expected, but not announced.")
    EXPECTED,

    @Description("Announced, but not released.")
    ANNOUNCED,

    @Description("Released.")
    RELEASED,

    @Description("Released once, but no longer made.")
    DISCONTINUED,

    @Description("Cancelled before its release.")
    CANCELLED
}
