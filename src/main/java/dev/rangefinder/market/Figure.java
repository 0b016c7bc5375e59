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
@Description("A number for one or more brands, in a market, over a period.")
public class Figure extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long marketId;

    @Description("The year or quarter that the figure covers, such as `2021` or `2022-Q1`.")
    public String period;

    @Enumerated(EnumType.STRING)
    @Description("What the figure counts.")
    public Measure measure;

    @Nullable @Description("The number itself, in its unit; null when the citation gives only its change or rank.")
    public BigDecimal value;

    @Description("The unit of the value: `UNITS`, `PERCENT`, or the ISO 4217 code of a currency.")
    public String unit;

    @Ignore
    public @Nullable BigDecimal convertedAmount;

    @Ignore
    @Column(columnDefinition = "currency")
    public @Nullable String convertedCurrency;

    @Nullable @Description("The change on the same period of the year before, in per cent.")
    public BigDecimal changeOnYear;

    @Nullable @Description("The rank of the brand in the market.")
    public Integer rank;

    @Description("Whether the citation calls this the highest value ever reached.")
    public boolean peak;

    @Nullable @Description("The analysts who counted.")
    public String analyst;

    @Nullable @Description("About the same value in another currency, where the citation gives one.")
    @Reads({"convertedAmount", "convertedCurrency"})
    public Money getConverted() {
        return Money.of(convertedAmount, convertedCurrency);
    }
}
