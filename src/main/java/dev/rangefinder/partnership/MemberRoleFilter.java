package dev.rangefinder.partnership;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link MemberRole}. */
@Input("MemberRoleFilter")
@Description("Operators for `MemberRole`.")
public record MemberRoleFilter(
        @Nullable @Description("Is exactly this.") MemberRole eq,
        @Nullable @Description("Is one of these.") List<@NonNull MemberRole> in)
        implements EnumFilter<MemberRole> {}
