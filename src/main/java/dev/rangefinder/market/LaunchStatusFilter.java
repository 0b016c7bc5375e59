package dev.rangefinder.market;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link LaunchStatus}. */
@Input("LaunchStatusFilter")
@Description("Operators for `LaunchStatus`.")
public record LaunchStatusFilter(
        @Nullable @Description("Is exactly this.") LaunchStatus eq,
        @Nullable @Description("Is one of these.") List<@NonNull LaunchStatus> in)
        implements EnumFilter<LaunchStatus> {}
