package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SignPartnershipInput")
@Description("The date on which a partnership was signed.")
public record SignPartnershipInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Description("The version of the partnership that the change is based on.")
        int expectedVersion,

        @Description("The date.") PartialDate signedOn,

        @Nullable @Description("Further claims about the partnership. Some claim must state the date.")
        List<@NonNull ClaimInput> claims) {}
