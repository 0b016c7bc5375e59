package dev.rangefinder.market;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("A price of a device in a market, on a date or for a variant.")
public class LaunchPrice extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long launchId;

    @Ignore
    public Long deviceId;

    @Ignore
    public @Nullable Long variantId;

    @Column(columnDefinition = "amount")
    @Description("The amount, in units of the currency.")
    public BigDecimal amount;

    @Column(columnDefinition = "currency")
    @Description("The ISO 4217 code of the currency, such as `USD`. All prices of a launch have the same.")
    public String currency;

    @Enumerated(EnumType.STRING)
    @Description("Whether the price is exact or a bound.")
    public PriceBound bound;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(name = "on_date", columnDefinition = "partial_date")
    @Description("The date from which the price was asked. Null if unknown.")
    public PartialDate on;
}
