package dev.rangefinder.evidence;

import dev.rangefinder.filter.DateFilter;
import dev.rangefinder.filter.SlugFilter;
import dev.rangefinder.filter.TextFilter;
import dev.rangefinder.store.Criteria;
import dev.rangefinder.store.FilterCompiler;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

/** The criteria that a client can filter citations by. */
public record CitationFilter(
        @Nullable @Description("The short name of the document.")
        SlugFilter key,

        @Nullable @Description("The title.") TextFilter title,
        @Nullable @Description("Who published it.") TextFilter publisher,
        @Nullable @Description("Who wrote it.") TextFilter author,
        @Nullable @Description("When it was published.") DateFilter publishedOn)
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
