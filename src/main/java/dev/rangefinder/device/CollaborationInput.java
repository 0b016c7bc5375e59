package dev.rangefinder.device;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CollaborationInput")
@Description("The partnership that a device belongs to.")
public record CollaborationInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Nullable @Description("The position of the device in the order of the partnership, from 1.")
        Integer position,

        @Description("The claims about the collaboration, which state its values.")
        List<@NonNull ClaimInput> claims) {}
