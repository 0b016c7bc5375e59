package dev.rangefinder.evidence;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link Standing}. */
@Input("StandingFilter")
@Description("Operators for `Standing`.")
public record StandingFilter(
        @Nullable @Description("Is exactly this.") Standing eq,
        @Nullable @Description("Is one of these.") List<@NonNull Standing> in)
        implements EnumFilter<Standing> {}
