package dev.rangefinder.market;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of launches. */
@GraphQLApi
public class LaunchMutations {

    private final Editor editor;

    LaunchMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds the launch of a device in a market. Requires the role `editor`.")
    public Change<Launch> launchDevice(@Description("The launch.") LaunchDeviceInput input) {
        return editor.register(LaunchApi.LAUNCHES, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a launch. Requires the role `editor`.")
    public Change<Launch> reviseLaunch(@Description("The changes.") ReviseLaunchInput input) {
        return editor.revise(LaunchApi.LAUNCHES, input.launch(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a launch that no other record refers to. Requires the role `admin`.")
    public Removal removeLaunch(@Description("The launch.") RemoveLaunchInput input) {
        return editor.remove(LaunchApi.LAUNCHES, input.launch(), input.expectedVersion());
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Gives a launch the status `WITHDRAWN`. Requires the role `editor`.")
    public Change<Launch> withdrawLaunch(@Description("The withdrawal.") WithdrawLaunchInput input) {
        return editor.revise(LaunchApi.LAUNCHES, input.launch(), input.expectedVersion(), LaunchWithdrawal.of(input));
    }
}
