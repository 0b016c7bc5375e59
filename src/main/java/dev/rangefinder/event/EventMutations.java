package dev.rangefinder.event;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of events. */
@GraphQLApi
public class EventMutations {

    private final Editor editor;

    EventMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds an event. Requires the role `editor`.")
    public Change<Event> registerEvent(@Description("The event.") RegisterEventInput input) {
        return editor.register(EventApi.EVENTS, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes an event. Requires the role `editor`.")
    public Change<Event> reviseEvent(@Description("The changes.") ReviseEventInput input) {
        return editor.revise(EventApi.EVENTS, input.event(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes an event that no other record refers to. Requires the role `admin`.")
    public Removal removeEvent(@Description("The event.") RemoveEventInput input) {
        return editor.remove(EventApi.EVENTS, input.event(), input.expectedVersion());
    }
}
