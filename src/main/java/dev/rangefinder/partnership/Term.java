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
@Description(
        "Something that the partners agreed on, or that their agreement led to. Its kind tells which of the values it has.")
public class Term extends Fact implements Cited {

    @Ignore
    public Long partnershipId;

    @Enumerated(EnumType.STRING)
    @Description("What the term is about.")
    public TermKind kind;

    @Nullable @Description("The term in words.")
    public String statement;

    @Nullable @Description("A number, such as how many people.")
    public Integer number;

    @Description("Whether the numbers and amounts are only about right.")
    public boolean approximate;

    @Nullable @Enumerated(EnumType.STRING)
    @Description("Who decides.")
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

    @Nullable @Description("The amount of money that the term is about.")
    @Reads({"amountFrom", "amountTo", "amountCurrency"})
    public AmountRange getAmount() {
        return amountCurrency == null ? null : new AmountRange(amountFrom, amountTo, amountCurrency);
    }

    @Nullable @Description("About the same amount in another currency, where the citation gives one.")
    @Reads({"convertedAmount", "convertedCurrency"})
    public Money getConverted() {
        return Money.of(convertedAmount, convertedCurrency);
    }
}
