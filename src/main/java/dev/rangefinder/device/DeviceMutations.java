package dev.rangefinder.device;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of devices. */
@GraphQLApi
public class DeviceMutations {

    private final Editor editor;

    DeviceMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a device. Requires the role `editor`.")
    public Change<Device> registerDevice(@Description("The device.") RegisterDeviceInput input) {
        return editor.register(DeviceApi.DEVICES, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a device. Requires the role `editor`.")
    public Change<Device> reviseDevice(@Description("The changes.") ReviseDeviceInput input) {
        return editor.revise(DeviceApi.DEVICES, input.device(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a device that no other record refers to. Requires the role `admin`.")
    public Removal removeDevice(@Description("The device.") RemoveDeviceInput input) {
        return editor.remove(DeviceApi.DEVICES, input.device(), input.expectedVersion());
    }
}
