package dev.rangefinder.evidence;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of speakers. */
@GraphQLApi
public class SpeakerMutations {

    private final Editor editor;

    SpeakerMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a speaker. Requires the role `editor`.")
    public Change<Speaker> registerSpeaker(@Description("The speaker.") RegisterSpeakerInput input) {
        return editor.register(SpeakerApi.SPEAKERS, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a speaker. Requires the role `editor`.")
    public Change<Speaker> reviseSpeaker(@Description("The changes.") ReviseSpeakerInput input) {
        return editor.revise(SpeakerApi.SPEAKERS, input.speaker(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a speaker that no other record refers to. Requires the role `admin`.")
    public Removal removeSpeaker(@Description("The speaker.") RemoveSpeakerInput input) {
        return editor.remove(SpeakerApi.SPEAKERS, input.speaker(), input.expectedVersion());
    }
}
