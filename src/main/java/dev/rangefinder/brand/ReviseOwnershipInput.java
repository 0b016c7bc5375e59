package dev.rangefinder.brand;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseOwnershipInput")
@Description(
        "A change of an ownership. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseOwnershipInput(
        @Description("The ID of the ownership.") String ownership,

        @Description("The version of the ownership that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The slug or ID of the owner.")
        String owner,

        @Nullable @Description("The date since which the owner has had the brand.")
        Optional<PartialDate> since,

        @Nullable @Description("The last date on which the owner had the brand.")
        Optional<PartialDate> until,

        @Nullable @Description("Further claims about the ownership. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
