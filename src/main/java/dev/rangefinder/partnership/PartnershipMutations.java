package dev.rangefinder.partnership;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of partnerships. */
@GraphQLApi
public class PartnershipMutations {

    private final Editor editor;

    PartnershipMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a partnership. Requires the role `editor`.")
    public Change<Partnership> announcePartnership(@Description("The partnership.") AnnouncePartnershipInput input) {
        return editor.register(PartnershipApi.PARTNERSHIPS, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Sets the date on which a partnership was signed. Requires the role `editor`.")
    public Change<Partnership> signPartnership(@Description("The date.") SignPartnershipInput input) {
        return editor.revise(PartnershipApi.PARTNERSHIPS, input.partnership(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Sets the date on which a partnership started. Requires the role `editor`.")
    public Change<Partnership> startPartnership(@Description("The date.") StartPartnershipInput input) {
        return editor.revise(PartnershipApi.PARTNERSHIPS, input.partnership(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Sets the date on which a partnership ended. Requires the role `editor`.")
    public Change<Partnership> endPartnership(@Description("The date.") EndPartnershipInput input) {
        return editor.revise(PartnershipApi.PARTNERSHIPS, input.partnership(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a partnership. Requires the role `editor`.")
    public Change<Partnership> revisePartnership(@Description("The changes.") RevisePartnershipInput input) {
        return editor.revise(PartnershipApi.PARTNERSHIPS, input.partnership(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a partnership that no other record refers to. Requires the role `admin`.")
    public Removal removePartnership(@Description("The partnership.") RemovePartnershipInput input) {
        return editor.remove(PartnershipApi.PARTNERSHIPS, input.partnership(), input.expectedVersion());
    }
}
