package dev.rangefinder.brand;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of the aliases and owners of brands. */
@GraphQLApi
public class BrandPartMutations {

    private final Editor editor;

    BrandPartMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds an alias to a brand. Requires the role `editor`.")
    public Change<Alias> addBrandAlias(@Description("The alias.") AddBrandAliasInput input) {
        return editor.add(BrandApi.ALIASES, BrandApi.BRANDS, input.brand(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes an alias. Requires the role `editor`.")
    public Change<Alias> reviseAlias(@Description("The changes.") ReviseAliasInput input) {
        return editor.revise(BrandApi.ALIASES, input.alias(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes an alias. Requires the role `admin`.")
    public Removal removeAlias(@Description("The alias.") RemoveAliasInput input) {
        return editor.remove(BrandApi.ALIASES, input.alias(), input.expectedVersion());
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds an owner to a brand. Requires the role `editor`.")
    public Change<Ownership> addOwnership(@Description("The owner.") AddOwnershipInput input) {
        return editor.add(OwnershipApi.OWNERSHIPS, BrandApi.BRANDS, input.brand(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes an ownership. Requires the role `editor`.")
    public Change<Ownership> reviseOwnership(@Description("The changes.") ReviseOwnershipInput input) {
        return editor.revise(OwnershipApi.OWNERSHIPS, input.ownership(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes an ownership. Requires the role `admin`.")
    public Removal removeOwnership(@Description("The ownership.") RemoveOwnershipInput input) {
        return editor.remove(OwnershipApi.OWNERSHIPS, input.ownership(), input.expectedVersion());
    }
}
