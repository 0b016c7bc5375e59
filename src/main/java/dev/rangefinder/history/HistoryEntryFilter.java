package dev.rangefinder.history;

import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter entries of a history by. */
public record HistoryEntryFilter(
        @Nullable @Description("Filters by revision.") RevisionFilter revision,

        @Nullable @Description("Filters by who made the change.")
        SlugFilter subject)
        implements Criteria<HistoryEntry> {

    @Override
    public void restrict(FilterCompiler<HistoryEntry> rows) {
        rows.on(Keyed_.KEY, revision).on(HistoryEntry_.SUBJECT, subject);
    }
}
