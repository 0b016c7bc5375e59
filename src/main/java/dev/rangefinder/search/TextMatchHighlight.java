package dev.rangefinder.search;

import org.eclipse.microprofile.graphql.Description;

@Description(
        "A part of a text that a query matches. Offsets count UTF-16 code units, like those of strings in JavaScript.")
public record TextMatchHighlight(
        @Description("The offset of the first character.") int start,
        @Description("The offset after the last character.") int end) {}
