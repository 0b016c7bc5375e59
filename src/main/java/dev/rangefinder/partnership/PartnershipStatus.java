package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("Where a partnership stands on a given day, derived from its dates.")
public enum PartnershipStatus {
    @Description("Announced, and not started yet.")
    ANNOUNCED,

    @Description("Started, and not ended yet.")
    ACTIVE,

    @Description("Ended.")
    ENDED,

    @Description("The catalogue knows no date that would tell.")
    UNKNOWN
}
