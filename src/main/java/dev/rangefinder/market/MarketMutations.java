package dev.rangefinder.market;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.Removal;
import jakarta.annotation.security.RolesAllowed;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;

/** The changes of markets. */
@GraphQLApi
public class MarketMutations {

    private final Editor editor;

    MarketMutations(Editor editor) {
        this.editor = editor;
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Adds a market. Requires the role `editor`.")
    public Change<Market> registerMarket(@Description("The market.") RegisterMarketInput input) {
        return editor.register(MarketApi.MARKETS, input);
    }

    @Mutation
    @RolesAllowed("editor")
    @Description("Changes a market. Requires the role `editor`.")
    public Change<Market> reviseMarket(@Description("The changes.") ReviseMarketInput input) {
        return editor.revise(MarketApi.MARKETS, input.market(), input.expectedVersion(), input);
    }

    @Mutation
    @RolesAllowed("admin")
    @Description("Removes a market that no other record refers to. Requires the role `admin`.")
    public Removal removeMarket(@Description("The market.") RemoveMarketInput input) {
        return editor.remove(MarketApi.MARKETS, input.market(), input.expectedVersion());
    }
}
