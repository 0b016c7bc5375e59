package dev.rangefinder.change;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** The query of the catalogue as a whole. */
@GraphQLApi
public class CatalogueApi {

    private final KeptHistory history;

    CatalogueApi(KeptHistory history) {
        this.history = history;
    }

    @Query
    @Description("The catalogue as a whole, in the state that this operation reads.")
    public Catalogue catalogue() {
        return new Catalogue(revision(), history);
    }

    /** The revision that the current operation reads. */
    public static int revision() {
        return (int) Revision.ofOperation().number();
    }
}
