package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("TerritoryInput")
@Description("A market that a partnership includes or excludes.")
public record TerritoryInput(
        @Description("The code or ID of the market.") String market,

        @Nullable @Description("Whether the market is included. True if absent.")
        Boolean included,

        @Nullable @Description("Whether the partnership is exclusive there.")
        Boolean exclusive,

        @Nullable @Description("The date since which it applies.")
        PartialDate since,

        @Nullable @Description("The last date on which it applies.")
        PartialDate until,

        @Description("The claims about the territory, which state its values.")
        List<@NonNull ClaimInput> claims) {}
