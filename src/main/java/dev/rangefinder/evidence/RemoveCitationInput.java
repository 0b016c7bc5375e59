package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveCitationInput")
@Description("The removal of a citation, with the claims about it.")
public record RemoveCitationInput(
        @Description("The key or ID of the citation.") String citation,

        @Description("The version of the citation that the removal is based on.")
        int expectedVersion) {}
