package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("RevisePartnershipInput")
@Description(
        "A change of a partnership. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record RevisePartnershipInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Description("The version of the partnership that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The unique slug of the partnership, such as `xiaomi-leica`.")
        String slug,

        @Nullable @Description("The name of the partnership.")
        String name,

        @Nullable @Description("The date on which it was signed.")
        Optional<PartialDate> signedOn,

        @Nullable @Description("The date on which it was announced.")
        Optional<PartialDate> announcedOn,

        @Nullable @Description("The date on which it started.")
        Optional<PartialDate> startedOn,

        @Nullable @Description("The date on which it ended.")
        Optional<PartialDate> endedOn,

        @Nullable @Description("Whether a document says that it goes on.")
        Optional<Boolean> ongoing,

        @Nullable @Description("The brands on its products, in words.")
        List<@NonNull String> productBrands,

        @Nullable @Description("The product lines, in words.")
        List<@NonNull String> lines,

        @Nullable @Description("The slug or ID of the partnership that it succeeds.")
        Optional<String> succeeds,

        @Nullable @Description("Further claims about the partnership. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
