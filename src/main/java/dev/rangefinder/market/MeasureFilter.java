package dev.rangefinder.market;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link Measure}. */
@Input("MeasureFilter")
@Description("Operators for `Measure`.")
public record MeasureFilter(
        @Nullable @Description("Is exactly this.") Measure eq,
        @Nullable @Description("Is one of these.") List<@NonNull Measure> in)
        implements EnumFilter<Measure> {}
