package dev.rangefinder.change;

import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Query;

/** The query of the catalogue as a whole. */
@GraphQLApi
public class CatalogueApi {

    @Query
    @Description("The catalogue as a whole, in the state that this operation reads.")
    public Catalogue catalogue() {
        return new Catalogue(revision());
    }

    /** The revision that the current operation reads. */
    public static int revision() {
        int[] revision = new int[1];
        ReadContext.current().read(Sql.of("select revision from catalogue"), row -> revision[0] = row.getInt(1));
        return revision[0];
    }
}
