package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

@Description("The evidence for and against the value of a property of an object.")
public record Explanation(
        @Description("The property.") String property,

        @Nullable @Description("The value in the catalogue. The values of a list are separated by commas. Null if there is none.")
        String value,

        @Description("The evidence that supports the value, or what is claimed where the catalogue has no value.")
        Evidence supporting,

        @Description("The evidence against the value, or the denials of what is claimed.")
        Evidence opposing) {}
