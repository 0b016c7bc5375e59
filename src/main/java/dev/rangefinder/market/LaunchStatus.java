package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a launch stands.")
public enum LaunchStatus {
    @Description("Announced, and not on sale yet.")
    ANNOUNCED,

    @Description("On sale.")
    LAUNCHED,

    @Description("The device did not come to this market.")
    NOT_LAUNCHED,

    @Description("Announced or launched, and then taken back.")
    WITHDRAWN
}
