package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("The status of a partnership on a given day, derived from its dates.")
public enum PartnershipStatus {
    @Description("Announced but not yet started.")
    ANNOUNCED,

    @Description("Started but not yet ended.")
    ACTIVE,

    @Description("Ended.")
    ENDED,

    @Description("The known dates do not determine the status.")
    UNKNOWN
}
