package dev.rangefinder.device;

import dev.rangefinder.graphql.RelationFilter;
import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

/** Which rows a client wants, by the devices that they lead to. */
@Input("DeviceRelationFilter")
@Description("A condition on the devices that an object leads to.")
public record DeviceRelationFilter(
        @Nullable @Description("At least one of the devices passes this filter.")
        DeviceFilter some,

        @Nullable @Description("None of the devices passes this filter.")
        DeviceFilter none)
        implements RelationFilter<DeviceFilter> {}
