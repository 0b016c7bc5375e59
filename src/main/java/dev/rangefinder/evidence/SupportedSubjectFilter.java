package dev.rangefinder.evidence;

import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter supported records by. */
public record SupportedSubjectFilter(
        @GroupedBy(Grouping.VALUE)
        @Nullable @Description("Filters by the name of the type of the record, such as `Device`.")
        SlugFilter type)
        implements Criteria<SupportedSubject> {

    @Override
    public void restrict(FilterCompiler<SupportedSubject> rows) {
        rows.on(SupportedSubject_.TYPE, type);
    }
}
