package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("What a member contributes to a partnership.")
public enum ContributionKind {
    @Description("Lenses.")
    LENS,

    @Description("The coating of lenses.")
    COATING,

    @Description("The tuning of colours.")
    COLOUR_TUNING,

    @Description("Image sensors.")
    SENSOR,

    @Description("Software.")
    SOFTWARE,

    @Description("Hardware.")
    HARDWARE,

    @Description("A name that the devices carry.")
    NAME,

    @Description("The approval of quality.")
    QUALITY_APPROVAL
}
