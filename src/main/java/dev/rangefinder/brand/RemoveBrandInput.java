package dev.rangefinder.brand;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveBrandInput")
@Description("The removal of a brand, with its aliases, owners and claims.")
public record RemoveBrandInput(
        @Description("The slug or ID of the brand.") String brand,

        @Description("The version of the brand that the removal is based on.")
        int expectedVersion) {}
