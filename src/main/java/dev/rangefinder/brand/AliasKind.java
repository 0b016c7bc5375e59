package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;

@Description("The kind of an alias.")
public enum AliasKind {
    @Description("Another name.")
    NAME,

    @Description("Another spelling of the name.")
    SPELLING,

    @Description("The name in another language or script.")
    TRANSLATION,

    @Description("A name that is no longer used.")
    FORMER_NAME,

    @Description("A short form of the name.")
    ABBREVIATION,

    @Description("The code of a model.")
    MODEL_CODE
}
