package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveCollaborationInput")
@Description("The removal of a collaboration, with its claims.")
public record RemoveCollaborationInput(
        @Description("The ID of the collaboration.") String collaboration,

        @Description("The version of the collaboration that the removal is based on.")
        int expectedVersion) {}
