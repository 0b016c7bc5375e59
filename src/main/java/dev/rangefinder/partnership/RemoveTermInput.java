package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveTermInput")
@Description("The removal of a term, with its claims.")
public record RemoveTermInput(
        @Description("The ID of the term.") String term,

        @Description("The version of the term that the removal is based on.")
        int expectedVersion) {}
