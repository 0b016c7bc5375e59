package dev.rangefinder.evidence;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveSpeakerInput")
@Description("The removal of a speaker, with its claims.")
public record RemoveSpeakerInput(
        @Description("The slug or ID of the speaker.") String speaker,

        @Description("The version of the speaker that the removal is based on.")
        int expectedVersion) {}
