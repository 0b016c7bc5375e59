package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("Who decides.")
public enum Decider {
    @Description("The optics partner.")
    OPTICS_PARTNER,

    @Description("The handset maker.")
    HANDSET_MAKER,

    @Description("Both together.")
    BOTH
}
