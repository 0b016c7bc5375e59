package dev.rangefinder.search;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A text of an object that a query matches.")
public record TextMatch(
        @Description(
                "The property with the text, such as `name` or `aliases`. For the name of a brand whose work a device carries, `brand`.")
        String property,

        @Description("The text.") String text,

        @Description("The parts of the text that the query matches, in order.")
        List<@NonNull TextMatchHighlight> highlights) {}
