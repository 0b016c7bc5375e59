package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

/** Where a partnership stands on a given day, derived from its dates. */
@Description("Where a partnership stands on a given day, derived from its dates.")
public enum PartnershipStatus {
    /** Announced, and not started yet. */
    @Description("Announced, and not started yet.")
    ANNOUNCED,

    /** Started, and not ended yet. */
    @Description("Started, and not ended yet.")
    ACTIVE,

    /** Ended. */
    @Description("Ended.")
    ENDED,

    /** The catalogue knows no date that would tell. */
    @Description("The catalogue knows no date that would tell.")
    UNKNOWN
}
