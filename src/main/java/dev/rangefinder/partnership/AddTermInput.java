package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("AddTermInput")
@Description("A term that a partnership does not have yet.")
public record AddTermInput(
        @Description("The slug or ID of the partnership.") String partnership,

        @Description("The kind of the term.") TermKind kind,

        @Nullable @Description("The term in words.") String statement,

        @Nullable @Description("A number, such as that of years or people.")
        Integer number,

        @Nullable @Description("Whether the number or the amount is approximate.")
        Boolean approximate,

        @Nullable @Description("The roles of those who decide.")
        List<@NonNull MemberRole> decidedBy,

        @Nullable @Description("An amount of money.") AmountRangeInput amount,

        @Nullable @Description("The amount in another currency.")
        ConversionInput converted,

        @Nullable @Description("The date since which the term applies.")
        PartialDate since,

        @Nullable @Description("The last date on which the term applies.")
        PartialDate until,

        @Description("The claims about the term, which state its values.")
        List<@NonNull ClaimInput> claims) {}
