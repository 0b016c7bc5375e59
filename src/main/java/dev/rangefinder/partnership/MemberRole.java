package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("The part that a brand plays in a partnership.")
public enum MemberRole {
    @Description("Makes the phones.")
    HANDSET_MAKER,

    @Description("Makes or tunes the cameras, and lends its name.")
    OPTICS_PARTNER
}
