package dev.rangefinder.device;

import dev.rangefinder.brand.Alias;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of the aliases, variants and partnerships of devices. */
@GraphQLApi
public class DevicePartMutations {

    private final Editor editor;

    DevicePartMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds an alias to a device. Requires the role `editor`.")
    public Change<Alias> addDeviceAlias(@Description("The alias.") AddDeviceAliasInput input) {
        return editor.add(BrandApi.ALIASES, DeviceApi.DEVICES, input.device(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a variant to a device. Requires the role `editor`.")
    public Change<Variant> addVariant(@Description("The variant.") AddVariantInput input) {
        return editor.add(VariantApi.VARIANTS, DeviceApi.DEVICES, input.device(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a variant. Requires the role `editor`.")
    public Change<Variant> reviseVariant(@Description("The changes.") ReviseVariantInput input) {
        return editor.revise(VariantApi.VARIANTS, input.variant(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a variant. Requires the role `admin`.")
    public Removal removeVariant(@Description("The variant.") RemoveVariantInput input) {
        return editor.remove(VariantApi.VARIANTS, input.variant(), input.expectedVersion());
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a collaboration to a device. Requires the role `editor`.")
    public Change<Collaboration> addCollaboration(@Description("The collaboration.") AddCollaborationInput input) {
        return editor.add(CollaborationApi.COLLABORATIONS, DeviceApi.DEVICES, input.device(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a collaboration. Requires the role `editor`.")
    public Change<Collaboration> reviseCollaboration(@Description("The changes.") ReviseCollaborationInput input) {
        return editor.revise(CollaborationApi.COLLABORATIONS, input.collaboration(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a collaboration. Requires the role `admin`.")
    public Removal removeCollaboration(@Description("The collaboration.") RemoveCollaborationInput input) {
        return editor.remove(CollaborationApi.COLLABORATIONS, input.collaboration(), input.expectedVersion());
    }
}
