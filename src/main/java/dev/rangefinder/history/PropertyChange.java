package dev.rangefinder.history;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;

@Description("A change of a property of an object. Values are texts, in the form in which claims state them.")
public record PropertyChange(
        @Description("The property, such as `releasedOn`.") String name,

        @Nullable @Description(
                "The value before the change. The values of a list are separated by commas. Null if there was none.")
        String before,

        @Nullable @Description("The value after the change. Null if there is none.")
        String after) {}
