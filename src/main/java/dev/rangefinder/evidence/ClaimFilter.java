package dev.rangefinder.evidence;

import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.Restriction;
import dev.rangefinder.graphql.TextFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which claims a client wants. */
@Input("ClaimFilter")
@Description("Which claims are wanted: those that pass all of these conditions.")
public record ClaimFilter(
        @Nullable @Description("The property that the claim is about.")
        TextFilter property,

        @Nullable @Description("How well the claim is supported.")
        StandingFilter standing,

        @Nullable @Description("The document, by its key.") ReferenceFilter citation,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull ClaimFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull ClaimFilter> or,

        @Nullable @Description("This filter is not passed.") ClaimFilter not)
        implements Filter<ClaimFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.on("c.property", property).on("c.standing", standing).to("c.citation_id", "citation", "key", citation);
    }
}
