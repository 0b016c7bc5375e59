package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

/** Who decides. */
@Description("Who decides.")
public enum Decider {
    /** The optics partner. */
    @Description("The optics partner.")
    OPTICS_PARTNER,

    /** The handset maker. */
    @Description("The handset maker.")
    HANDSET_MAKER,

    /** Both together. */
    @Description("Both together.")
    BOTH
}
