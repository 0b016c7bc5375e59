package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

/** The part that a brand plays in a partnership. */
@Description("The part that a brand plays in a partnership.")
public enum MemberRole {
    /** Makes the phones. */
    @Description("Makes the phones.")
    HANDSET_MAKER,

    /** Makes or tunes the cameras, and lends its name. */
    @Description("Makes or tunes the cameras, and lends its name.")
    OPTICS_PARTNER
}
