package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("The party that decides.")
public enum Decider {
    @Description("The optics partner.")
    OPTICS_PARTNER,

    @Description("The handset maker.")
    HANDSET_MAKER,

    @Description("Both partners together.")
    BOTH
}
