package dev.rangefinder.change;

import dev.rangefinder.relay.RunsStatement;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Description("The catalogue as a whole.")
public record Catalogue(
        @Description("The revision of the catalogue, which increases with every change.")
        int revision,

        @Ignore KeptHistory history) {

    @Description(
            "The oldest revision that can be read with `@asOf`, and whose changes are listed. It is 0 as long as the"
                    + " whole history is kept.")
    @RunsStatement
    public int getOldestRevision() {
        return history.oldest();
    }
}
