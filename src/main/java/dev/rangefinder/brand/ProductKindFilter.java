package dev.rangefinder.brand;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link ProductKind}. */
@Input("ProductKindFilter")
@Description("Operators for `ProductKind`.")
public record ProductKindFilter(
        @Nullable @Description("Is exactly this.") ProductKind eq,
        @Nullable @Description("Is one of these.") List<@NonNull ProductKind> in)
        implements EnumFilter<ProductKind> {}
