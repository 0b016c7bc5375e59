package dev.rangefinder.search;

import org.eclipse.microprofile.graphql.Description;

/** In the order in which a stage lists them, which the function {@code place_of} of the database has, too. */
@Description("A type of objects that have names.")
public enum SearchType {
    @Description("Brands, by their names, aliases and slugs.")
    BRAND("Brand"),

    @Description("Partnerships, by their names and slugs.")
    PARTNERSHIP("Partnership"),

    @Description(
            "Devices, by their names, aliases, model codes, slugs and the codes of their variants, also together with the names of brands whose work they carry.")
    DEVICE("Device"),

    @Description("Markets, by their names and codes.")
    MARKET("Market"),

    @Description("Events, by their names and slugs.")
    EVENT("Event"),

    @Description("Speakers, by their names and slugs.")
    SPEAKER("Speaker"),

    @Description("Citations, by their titles and keys.")
    CITATION("Citation");

    private final String type;

    SearchType(String type) {
        this.type = type;
    }

    /** The name of the GraphQL type. */
    String type() {
        return type;
    }

    /** The place in the order of types, from 1 on. */
    long place() {
        return ordinal() + 1L;
    }

    /** The type at a place. */
    static SearchType at(int place) {
        return values()[place - 1];
    }
}
