package dev.rangefinder.partnership;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of the members, territories, terms and contributions of partnerships. */
@GraphQLApi
public class PartnershipPartMutations {

    private final Editor editor;

    PartnershipPartMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a member to a partnership. Requires the role `editor`.")
    public Change<Member> addMember(@Description("The member.") AddMemberInput input) {
        return editor.add(PartnershipApi.MEMBERS, PartnershipApi.PARTNERSHIPS, input.partnership(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a member. Requires the role `editor`.")
    public Change<Member> reviseMember(@Description("The changes.") ReviseMemberInput input) {
        return editor.revise(PartnershipApi.MEMBERS, input.member(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a member. Requires the role `admin`.")
    public Removal removeMember(@Description("The member.") RemoveMemberInput input) {
        return editor.remove(PartnershipApi.MEMBERS, input.member(), input.expectedVersion());
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a territory to a partnership. Requires the role `editor`.")
    public Change<Territory> addTerritory(@Description("The territory.") AddTerritoryInput input) {
        return editor.add(TerritoryApi.TERRITORIES, PartnershipApi.PARTNERSHIPS, input.partnership(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a territory. Requires the role `editor`.")
    public Change<Territory> reviseTerritory(@Description("The changes.") ReviseTerritoryInput input) {
        return editor.revise(TerritoryApi.TERRITORIES, input.territory(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a territory. Requires the role `admin`.")
    public Removal removeTerritory(@Description("The territory.") RemoveTerritoryInput input) {
        return editor.remove(TerritoryApi.TERRITORIES, input.territory(), input.expectedVersion());
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a term to a partnership. Requires the role `editor`.")
    public Change<Term> addTerm(@Description("The term.") AddTermInput input) {
        return editor.add(TermApi.TERMS, PartnershipApi.PARTNERSHIPS, input.partnership(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a term. Requires the role `editor`.")
    public Change<Term> reviseTerm(@Description("The changes.") ReviseTermInput input) {
        return editor.revise(TermApi.TERMS, input.term(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a term. Requires the role `admin`.")
    public Removal removeTerm(@Description("The term.") RemoveTermInput input) {
        return editor.remove(TermApi.TERMS, input.term(), input.expectedVersion());
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a contribution to a partnership. Requires the role `editor`.")
    public Change<Contribution> addContribution(@Description("The contribution.") AddContributionInput input) {
        return editor.add(TermApi.CONTRIBUTIONS, PartnershipApi.PARTNERSHIPS, input.partnership(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a contribution. Requires the role `editor`.")
    public Change<Contribution> reviseContribution(@Description("The changes.") ReviseContributionInput input) {
        return editor.revise(TermApi.CONTRIBUTIONS, input.contribution(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a contribution. Requires the role `admin`.")
    public Removal removeContribution(@Description("The contribution.") RemoveContributionInput input) {
        return editor.remove(TermApi.CONTRIBUTIONS, input.contribution(), input.expectedVersion());
    }
}
