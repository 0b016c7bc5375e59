package dev.rangefinder.timeline;

import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.EnumFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter entries of a timeline by. */
public record TimelineEntryFilter(
        @Nullable @Description("Filters by kind.") EnumFilter<TimelineKind> kind,
        @Nullable @Description("Filters by date.") DateFilter on)
        implements Criteria<TimelineEntry> {

    @Override
    public void restrict(FilterCompiler<TimelineEntry> rows) {
        rows.on(TimelineEntry_.KIND, kind).on(TimelineEntry_.ON, on);
    }
}
