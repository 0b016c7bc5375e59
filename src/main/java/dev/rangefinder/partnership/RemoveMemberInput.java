package dev.rangefinder.partnership;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveMemberInput")
@Description("The removal of a member, with its claims.")
public record RemoveMemberInput(
        @Description("The ID of the member.") String member,

        @Description("The version of the member that the removal is based on.")
        int expectedVersion) {}
