package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

@Description("What a term of a partnership is about.")
public enum TermKind {
    @Description("The fee that the handset maker pays for each phone.")
    LICENCE_FEE_PER_HANDSET,

    @Description("The price of phones that the partnership made possible.")
    PRICE_MADE_POSSIBLE,

    @Description("The number of people at the optics partner who work on the partnership.")
    PEOPLE_AT_OPTICS_PARTNER,

    @Description("The party that has the final say on image quality.")
    LAST_WORD_ON_IMAGE_QUALITY,

    @Description("The party that chooses the hardware, from chipset to sensor.")
    CHOICE_OF_HARDWARE,

    @Description("The nature of the agreement.")
    NATURE_OF_AGREEMENT,

    @Description("The successor of the partnership.")
    SUCCESSOR
}
