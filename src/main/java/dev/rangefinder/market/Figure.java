package dev.rangefinder.market;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
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
@Description("A figure about one or more brands in a market over a period.")
public class Figure extends Fact implements Node, Cited, Subject {

    @Ignore
    public @Nullable Long marketId;

    @Nullable @Description(
            "The year, quarter or month that the figure covers, such as `2021`, `2022-Q1` or `2021-07`. Null if not stated.")
    public String period;

    @Enumerated(EnumType.STRING)
    @Description("What the figure measures.")
    public Measure measure;

    @Nullable @Column(columnDefinition = "amount")
    @Description("The value, in the unit of the figure. Null if the citation states only its change or rank.")
    public BigDecimal value;

    @Description("The unit of the value: `UNITS`, `PERCENT`, or the ISO 4217 code of a currency.")
    public String unit;

    @Ignore
    @Column(columnDefinition = "amount")
    public @Nullable BigDecimal convertedAmount;

    @Ignore
    @Column(columnDefinition = "currency")
    public @Nullable String convertedCurrency;

    @Nullable @Column(columnDefinition = "change_in_per_cent")
    @Description("The change from the same period of the previous year, in per cent. Null if unknown.")
    public BigDecimal changeOnYear;

    @Nullable @Description("The rank of the brand in the market, starting at 1. Null if unknown.")
    public Integer rank;

    @Nullable @Enumerated(EnumType.STRING)
    @Description("Whether the rank is exact or a bound. Null if there is no rank.")
    public RankBound rankBound;

    @Description("Whether the citation calls this the highest value ever.")
    public boolean peak;

    @Nullable @Description("How the citation qualifies the figure, such as `for the first time`. Null if it does not.")
    public String qualification;

    @Nullable @Description("The analysts who published the figure. Null if unknown.")
    public String analyst;

    @Nullable @Description("The value in another currency. Null if the catalogue has none.")
    @Reads({"convertedAmount", "convertedCurrency"})
    public Money getConverted() {
        return Money.of(convertedAmount, convertedCurrency);
    }
}
