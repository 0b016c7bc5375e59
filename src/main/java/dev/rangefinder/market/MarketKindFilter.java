package dev.rangefinder.market;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link MarketKind}. */
@Input("MarketKindFilter")
@Description("Operators for `MarketKind`.")
public record MarketKindFilter(
        @Nullable @Description("Is exactly this.") MarketKind eq,
        @Nullable @Description("Is one of these.") List<@NonNull MarketKind> in)
        implements EnumFilter<MarketKind> {}
