package dev.rangefinder.brand;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of brands. */
@GraphQLApi
public class BrandMutations {

    private final Editor editor;

    BrandMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a brand. Requires the role `editor`.")
    public Change<Brand> registerBrand(@Description("The brand.") RegisterBrandInput input) {
        return editor.register(BrandApi.BRANDS, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a brand. Requires the role `editor`.")
    public Change<Brand> reviseBrand(@Description("The changes.") ReviseBrandInput input) {
        return editor.revise(BrandApi.BRANDS, input.brand(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a brand that no other record refers to. Requires the role `admin`.")
    public Removal removeBrand(@Description("The brand.") RemoveBrandInput input) {
        return editor.remove(BrandApi.BRANDS, input.brand(), input.expectedVersion());
    }
}
