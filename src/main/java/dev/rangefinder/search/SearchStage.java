package dev.rangefinder.search;

import org.eclipse.microprofile.graphql.Description;

@Description("How well a result matches a query. Results of an earlier stage come first.")
public enum SearchStage {
    @Description("The query is a name of the object, apart from case, marks on letters, spaces and punctuation.")
    EXACT,

    @Description("The query is the beginning of a name.")
    PREFIX,

    @Description("Each word of the query begins a word of a name, in any order.")
    WORD,

    @Description("The words of the query, at most five, would match if their spelling were corrected.")
    FUZZY;

    /** The number of the stage in the database. */
    int number() {
        return ordinal() + 1;
    }

    /** The stage with a number. */
    static SearchStage of(int number) {
        return values()[number - 1];
    }
}
