package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RegisterMarketInput")
@Description("A market that the catalogue does not have yet.")
public record RegisterMarketInput(
        @Description("The ISO 3166-1 alpha-2 code of a country, or the UN M49 code of a region.")
        String code,

        @Description("The name of the market.") String name,

        @Description("The kind of the market.") MarketKind kind,

        @Nullable @Description("The ISO 4217 code of its currency.")
        String currency,

        @Nullable @Description("The codes or IDs of the regions that directly contain the market.")
        List<@NonNull String> parents,

        @Description("The claims about the market, which state its values.")
        List<@NonNull ClaimInput> claims) {}
