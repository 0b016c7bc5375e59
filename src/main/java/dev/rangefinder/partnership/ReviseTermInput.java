package dev.rangefinder.partnership;

import dev.rangefinder.evidence.ClaimInput;
import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseTermInput")
@Description(
        "A change of a term. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseTermInput(
        @Description("The ID of the term.") String term,

        @Description("The version of the term that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The kind of the term.") TermKind kind,

        @Nullable @Description("The term in words.") Optional<String> statement,

        @Nullable @Description("A number, such as that of years or people.")
        Optional<Integer> number,

        @Nullable @Description("Whether the number or the amount is approximate.")
        Optional<Boolean> approximate,

        @Nullable @Description("The roles of those who decide.")
        List<@NonNull MemberRole> decidedBy,

        @Nullable @Description("An amount of money.") Optional<AmountRangeInput> amount,

        @Nullable @Description("The amount in another currency.")
        Optional<ConversionInput> converted,

        @Nullable @Description("The date since which the term applies.")
        Optional<PartialDate> since,

        @Nullable @Description("The last date on which the term applies.")
        Optional<PartialDate> until,

        @Nullable @Description("Further claims about the term. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
