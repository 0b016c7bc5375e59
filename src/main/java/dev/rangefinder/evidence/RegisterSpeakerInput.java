package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RegisterSpeakerInput")
@Description("A speaker that the catalogue does not have yet.")
public record RegisterSpeakerInput(
        @Description("The unique slug of the speaker, such as `lei-jun`.")
        String slug,

        @Description("The name of the speaker.") String name,

        @Nullable @Description("The role of the speaker, such as `CEO`.")
        String role,

        @Nullable @Description("The slug or ID of the brand that the speaker belongs to.")
        String brand,

        @Description("The claims about the speaker, which state its values.")
        List<@NonNull ClaimInput> claims) {}
