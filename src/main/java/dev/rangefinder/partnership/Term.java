package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import dev.rangefinder.scalar.Money;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Entity
@Description("A term of a partnership, or a result of it. Its kind determines which of the other fields have values.")
public class Term extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long partnershipId;

    @Enumerated(EnumType.STRING)
    @Description("What the term is about.")
    public TermKind kind;

    @Nullable @Description("The term in words. Null if there is no statement.")
    public String statement;

    @Nullable @Description("The number that the term states, such as a number of people. Null if there is none.")
    public Integer number;

    @Description("Whether the number and the amounts are approximate.")
    public boolean approximate;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text[]")
    @Description(
            "The roles of the members that decide, together if there are several. Empty if the term is not about a decision.")
    public List<@NonNull MemberRole> decidedBy = List.of();

    @Ignore
    @Column(columnDefinition = "amount")
    public @Nullable BigDecimal amountFrom;

    @Ignore
    @Column(columnDefinition = "amount")
    public @Nullable BigDecimal amountTo;

    @Ignore
    public boolean amountToExcluded;

    @Ignore
    @Column(columnDefinition = "currency")
    public @Nullable String amountCurrency;

    @Ignore
    @Column(columnDefinition = "amount")
    public @Nullable BigDecimal convertedAmount;

    @Ignore
    @Column(columnDefinition = "currency")
    public @Nullable String convertedCurrency;

    @Description("Whether the converted amount is approximate.")
    public boolean convertedApproximate;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The first date on which the term is valid. Null if unknown or if it has been valid from the start.")
    public PartialDate since;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The last date on which the term is valid. Null if unknown or if it still is.")
    public PartialDate until;

    @Nullable @Description("The amount of money that the term is about. Null if there is none.")
    @Reads({"amountFrom", "amountTo", "amountToExcluded", "amountCurrency"})
    public AmountRange getAmount() {
        return amountCurrency == null ? null : new AmountRange(amountFrom, amountTo, amountToExcluded, amountCurrency);
    }

    @Nullable @Description("The amount in another currency. Null if the citation does not state one.")
    @Reads({"convertedAmount", "convertedCurrency"})
    public Money getConverted() {
        return Money.of(convertedAmount, convertedCurrency);
    }
}
