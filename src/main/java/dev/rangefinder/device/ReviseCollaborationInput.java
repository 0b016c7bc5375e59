package dev.rangefinder.device;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseCollaborationInput")
@Description(
        "A change of a collaboration. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseCollaborationInput(
        @Description("The ID of the collaboration.") String collaboration,

        @Description("The version of the collaboration that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The slug or ID of the partnership.")
        String partnership,

        @Nullable @Description("The position of the device in the order of the partnership, from 1.")
        Optional<Integer> position,

        @Nullable @Description("Further claims about the collaboration. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
