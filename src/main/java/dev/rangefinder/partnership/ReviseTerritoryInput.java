package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseTerritoryInput")
@Description(
        "A change of a territory. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseTerritoryInput(
        @Description("The ID of the territory.") String territory,

        @Description("The version of the territory that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The code or ID of the market.")
        String market,

        @Nullable @Description("Whether the market is included. True if absent.")
        Optional<Boolean> included,

        @Nullable @Description("Whether the partnership is exclusive there.")
        Optional<Boolean> exclusive,

        @Nullable @Description("The date since which it applies.")
        Optional<PartialDate> since,

        @Nullable @Description("The last date on which it applies.")
        Optional<PartialDate> until,

        @Nullable @Description("Further claims about the territory. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
