package dev.rangefinder.market;

import dev.rangefinder.evidence.ClaimInput;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseMarketInput")
@Description(
        "A change of a market. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseMarketInput(
        @Description("The code or ID of the market.") String market,

        @Description("The version of the market that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The ISO 3166-1 alpha-2 code of a country, or the UN M49 code of a region.")
        String code,

        @Nullable @Description("The name of the market.") String name,

        @Nullable @Description("The kind of the market.") MarketKind kind,

        @Nullable @Description("The ISO 4217 code of its currency.")
        Optional<String> currency,

        @Nullable @Description("The codes or IDs of the regions that directly contain the market.")
        List<@NonNull String> parents,

        @Nullable @Description("Further claims about the market. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
