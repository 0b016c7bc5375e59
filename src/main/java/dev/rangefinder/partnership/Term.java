package dev.rangefinder.partnership;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.scalar.Money;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A term of a partnership, or a result of it. Its kind determines which of the other fields have values.")
public class Term extends Fact implements Cited {

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

    @Nullable @Enumerated(EnumType.STRING)
    @Description("The party that decides. Null if the term is not about a decision.")
    public Decider decidedBy;

    @Ignore
    public @Nullable BigDecimal amountFrom;

    @Ignore
    public @Nullable BigDecimal amountTo;

    @Ignore
    @Column(columnDefinition = "currency")
    public @Nullable String amountCurrency;

    @Ignore
    public @Nullable BigDecimal convertedAmount;

    @Ignore
    @Column(columnDefinition = "currency")
    public @Nullable String convertedCurrency;

    @Nullable @Description("The amount of money that the term is about. Null if there is none.")
    @Reads({"amountFrom", "amountTo", "amountCurrency"})
    public AmountRange getAmount() {
        return amountCurrency == null ? null : new AmountRange(amountFrom, amountTo, amountCurrency);
    }

    @Nullable @Description("The approximate amount in another currency. Null if the citation does not state one.")
    @Reads({"convertedAmount", "convertedCurrency"})
    public Money getConverted() {
        return Money.of(convertedAmount, convertedCurrency);
    }
}
