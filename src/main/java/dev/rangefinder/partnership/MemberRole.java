package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("The role of a brand in a partnership.")
public enum MemberRole {
    @Description("Makes the phones.")
    HANDSET_MAKER,

    @Description("Makes or tunes the cameras, or lends its name to them.")
    IMAGING_PARTNER,

    @Description("Designs the phones.")
    DESIGN_PARTNER
}
