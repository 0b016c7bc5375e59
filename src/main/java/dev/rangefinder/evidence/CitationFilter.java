package dev.rangefinder.evidence;

import dev.rangefinder.graphql.DateFilter;
import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.SlugFilter;
import dev.rangefinder.graphql.TextFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which citations a client wants. */
@Input("CitationFilter")
@Description("Which citations are wanted: those that pass all of these conditions.")
public record CitationFilter(
        @Nullable @Description("The short name of the document.")
        SlugFilter key,

        @Nullable @Description("The title.") TextFilter title,
        @Nullable @Description("Who published it.") TextFilter publisher,
        @Nullable @Description("Who wrote it.") TextFilter author,
        @Nullable @Description("When it was published.") DateFilter publishedOn,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull CitationFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull CitationFilter> or,

        @Nullable @Description("This filter is not passed.") CitationFilter not)
        implements Filter<CitationFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.on("q.key", key)
                .on("q.title", title)
                .on("q.publisher", publisher)
                .on("q.author", author)
                .on("q.published_on", publishedOn);
    }
}
