package dev.rangefinder.device;

import dev.rangefinder.graphql.EnumFilter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Operators for {@link DeviceKind}. */
@Input("DeviceKindFilter")
@Description("Operators for `DeviceKind`.")
public record DeviceKindFilter(
        @Nullable @Description("Is exactly this.") DeviceKind eq,
        @Nullable @Description("Is one of these.") List<@NonNull DeviceKind> in)
        implements EnumFilter<DeviceKind> {}
