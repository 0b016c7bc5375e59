package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("What a term of a partnership is about.")
public enum TermKind {
    @Description("The rights that are licensed.")
    LICENCE,

    @Description("The payment for these rights.")
    ROYALTY,

    @Description("The price of the phones.")
    PRICE,

    @Description("What is invested.")
    INVESTMENT,

    @Description("How long the partnership lasts.")
    DURATION,

    @Description("The number of people who work on it.")
    PEOPLE,

    @Description("Who has the final say on the quality of images.")
    IMAGE_QUALITY,

    @Description("Who chooses the hardware, from chipset to sensor.")
    HARDWARE_CHOICE,

    @Description("The nature of the agreement.")
    NATURE,

    @Description("What succeeds the partnership.")
    SUCCESSOR,

    @Description("Anything else.")
    OTHER
}
