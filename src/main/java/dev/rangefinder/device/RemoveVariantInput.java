package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveVariantInput")
@Description("The removal of a variant, with its claims.")
public record RemoveVariantInput(
        @Description("The ID of the variant.") String variant,

        @Description("The version of the variant that the removal is based on.")
        int expectedVersion) {}
