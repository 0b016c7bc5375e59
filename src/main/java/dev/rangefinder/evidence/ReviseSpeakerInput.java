package dev.rangefinder.evidence;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseSpeakerInput")
@Description(
        "A change of a speaker. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseSpeakerInput(
        @Description("The slug or ID of the speaker.") String speaker,

        @Description("The version of the speaker that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The unique slug of the speaker, such as `lei-jun`.")
        String slug,

        @Nullable @Description("The name of the speaker.") String name,

        @Nullable @Description("The role of the speaker, such as `CEO`.")
        Optional<String> role,

        @Nullable @Description("The slug or ID of the brand that the speaker belongs to.")
        Optional<String> brand,

        @Nullable @Description("Further claims about the speaker. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
