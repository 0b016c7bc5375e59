package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("What a term of a partnership is about.")
public enum TermKind {
    @Description("What the handset maker pays for each phone.")
    LICENCE_FEE_PER_HANDSET,

    @Description("The price of phones that the partnership made possible.")
    PRICE_MADE_POSSIBLE,

    @Description("How many people work on it at the optics partner.")
    PEOPLE_AT_OPTICS_PARTNER,

    @Description("Who has the last word on image quality.")
    LAST_WORD_ON_IMAGE_QUALITY,

    @Description("Who chooses the hardware, from chipset to sensor.")
    CHOICE_OF_HARDWARE,

    @Description("What kind of agreement it is.")
    NATURE_OF_AGREEMENT,

    @Description("What followed the partnership.")
    SUCCESSOR
}
