package dev.rangefinder.market;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of the prices of launches. */
@GraphQLApi
public class LaunchPriceMutations {

    private final Editor editor;

    LaunchPriceMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a price to a launch. Requires the role `editor`.")
    public Change<LaunchPrice> priceLaunch(@Description("The price.") PriceLaunchInput input) {
        return editor.add(LaunchApi.PRICES, LaunchApi.LAUNCHES, input.launch(), input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a price. Requires the role `editor`.")
    public Change<LaunchPrice> reviseLaunchPrice(@Description("The changes.") ReviseLaunchPriceInput input) {
        return editor.revise(LaunchApi.PRICES, input.launchPrice(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a price. Requires the role `admin`.")
    public Removal removeLaunchPrice(@Description("The price.") RemoveLaunchPriceInput input) {
        return editor.remove(LaunchApi.PRICES, input.launchPrice(), input.expectedVersion());
    }
}
