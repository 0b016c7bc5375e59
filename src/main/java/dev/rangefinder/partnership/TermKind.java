package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;

/** What a term of a partnership is about. */
@Description("What a term of a partnership is about.")
public enum TermKind {
    /** What the handset maker pays for each phone. */
    @Description("What the handset maker pays for each phone.")
    LICENCE_FEE_PER_HANDSET,

    /** The price of phones that the partnership made possible. */
    @Description("The price of phones that the partnership made possible.")
    PRICE_MADE_POSSIBLE,

    /** How many people work on it at the optics partner. */
    @Description("How many people work on it at the optics partner.")
    PEOPLE_AT_OPTICS_PARTNER,

    /** Who has the last word on image quality. */
    @Description("Who has the last word on image quality.")
    LAST_WORD_ON_IMAGE_QUALITY,

    /** Who chooses the hardware, from chipset to sensor. */
    @Description("Who chooses the hardware, from chipset to sensor.")
    CHOICE_OF_HARDWARE,

    /** What kind of agreement it is. */
    @Description("What kind of agreement it is.")
    NATURE_OF_AGREEMENT,

    /** What followed the partnership. */
    @Description("What followed the partnership.")
    SUCCESSOR
}
