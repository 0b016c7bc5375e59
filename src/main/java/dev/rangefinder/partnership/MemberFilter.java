package dev.rangefinder.partnership;

import dev.rangefinder.graphql.Filter;
import dev.rangefinder.graphql.ReferenceFilter;
import dev.rangefinder.graphql.Restriction;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which members a client wants. */
@Input("MemberFilter")
@Description("Which members are wanted: those that pass all of these conditions.")
public record MemberFilter(
        @Nullable @Description("The part that the member plays.")
        MemberRoleFilter role,

        @Nullable @Description("The brand, by its slug.") ReferenceFilter brand,

        @Nullable @Description("All of these filters are passed.")
        List<@NonNull MemberFilter> and,

        @Nullable @Description("At least one of these filters is passed.")
        List<@NonNull MemberFilter> or,

        @Nullable @Description("This filter is not passed.") MemberFilter not)
        implements Filter<MemberFilter> {

    @Override
    public void restrict(Restriction rows) {
        rows.on("m.role", role).to("m.brand_id", "brand", "slug", brand);
    }
}
