package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AnnouncePartnershipInput")
@Description("A partnership that the catalogue does not have yet.")
public record AnnouncePartnershipInput(
        @Description("The unique slug of the partnership, such as `xiaomi-leica`.")
        String slug,

        @Description("The name of the partnership.") String name,

        @Nullable @Description("The date on which it was signed.")
        PartialDate signedOn,

        @Nullable @Description("The date on which it was announced.")
        PartialDate announcedOn,

        @Nullable @Description("The date on which it started.")
        PartialDate startedOn,

        @Nullable @Description("The date on which it ended.")
        PartialDate endedOn,

        @Nullable @Description("Whether a document says that it goes on.")
        Boolean ongoing,

        @Nullable @Description("The brands on its products, in words.")
        List<@NonNull String> productBrands,

        @Nullable @Description("The product lines, in words.")
        List<@NonNull String> lines,

        @Nullable @Description("The slug or ID of the partnership that it succeeds.")
        String succeeds,

        @Nullable @Description("The members.") List<@NonNull MemberInput> members,

        @Nullable @Description("The markets that it includes or excludes.")
        List<@NonNull TerritoryInput> territories,

        @Nullable @Description("The terms.") List<@NonNull TermInput> terms,

        @Nullable @Description("What its members contribute.")
        List<@NonNull ContributionInput> contributions,

        @Description("The claims about the partnership, which state its values.")
        List<@NonNull ClaimInput> claims) {}
