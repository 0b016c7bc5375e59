package dev.rangefinder.event;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveEventInput")
@Description("The removal of an event, with its claims.")
public record RemoveEventInput(
        @Description("The slug or ID of the event.") String event,

        @Description("The version of the event that the removal is based on.")
        int expectedVersion) {}
