package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

/** Where a launch stands. */
@Description("Where a launch stands.")
public enum LaunchStatus {
    /** Announced, and not on sale yet. */
    @Description("Announced, and not on sale yet.")
    ANNOUNCED,

    /** On sale. */
    @Description("On sale.")
    LAUNCHED,

    /** The device did not come to this market. */
    @Description("The device did not come to this market.")
    NOT_LAUNCHED,

    /** Announced or launched, and then taken back. */
    @Description("Announced or launched, and then taken back.")
    WITHDRAWN
}
