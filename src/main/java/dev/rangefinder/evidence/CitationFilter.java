package dev.rangefinder.evidence;

import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.GroupedBy;
import dev.rangefinder.filter.Grouping;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter citations by. */
public record CitationFilter(
        @Nullable @Description("Filters by key.") SlugFilter key,
        @Nullable @Description("Filters by title.") TextFilter title,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by publisher.")
        TextFilter publisher,

        @GroupedBy(Grouping.VALUE) @Nullable @Description("Filters by author.")
        TextFilter author,

        @Nullable @Description("Filters by the publication date.")
        DateFilter publishedOn)
        implements Criteria<Citation> {

    @Override
    public void restrict(FilterCompiler<Citation> rows) {
        rows.on(Citation_.CITATION_KEY, key)
                .on(Citation_.TITLE, title)
                .on(Citation_.PUBLISHER, publisher)
                .on(Citation_.AUTHOR, author)
                .on(Citation_.PUBLISHED_ON, publishedOn);
    }
}
