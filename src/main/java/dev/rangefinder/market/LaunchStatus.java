package dev.rangefinder.market;

import org.eclipse.microprofile.graphql.Description;

@Description("The status of a launch.")
public enum LaunchStatus {
    @Description("Announced but not yet on sale.")
    ANNOUNCED,

    @Description("On sale.")
    LAUNCHED,

    @Description("Not launched in this market.")
    NOT_LAUNCHED,

    @Description("Withdrawn after it was announced or launched.")
    WITHDRAWN
}
