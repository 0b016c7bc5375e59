package dev.rangefinder.difference;

import dev.rangefinder.change.Revision;
import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.graphql.Description;

@Description("A revision of the catalogue.")
public record DatedRevision(
        @Description("The number of the revision.") int revision,

        @Nullable @Description("The time at which it was committed. Null for revision 0, the empty catalogue.")
        Instant at) {

    static DatedRevision of(Revision revision) {
        Instant at = Instant.EPOCH.plus(revision.changedAt(), ChronoUnit.MICROS);
        return new DatedRevision((int) revision.number(), revision.changedAt() == 0 ? null : at);
    }
}
