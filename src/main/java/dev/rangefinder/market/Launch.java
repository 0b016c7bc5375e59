package dev.rangefinder.market;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Node;
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
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;

@Entity
@Description("The launch of a device in a market, including a planned launch or one that did not take place.")
public class Launch extends Fact implements Node, Cited, Subject {

    @Ignore
    public Long deviceId;

    @Ignore
    public Long marketId;

    @Nullable @Description("The carrier or shop that sells the device. Null if the launch is that of the market as a whole.")
    public String seller;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the launch was announced. Null if unknown.")
    public PartialDate announcedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the device was or will be launched in the market. Null if unknown.")
    public PartialDate launchedOn;

    @Enumerated(EnumType.STRING)
    @Description("The status of the launch.")
    public LaunchStatus status;

    @Ignore
    @Column(columnDefinition = "amount", insertable = false, updatable = false)
    public @Nullable BigDecimal priceAmount;

    @Ignore
    @Column(insertable = false, updatable = false)
    public @Nullable String priceCurrency;

    @Ignore
    @Enumerated(EnumType.STRING)
    @Column(insertable = false, updatable = false)
    public @Nullable PriceBound priceBound;

    @Nullable @Description("The latest price of the device in the market. Null if unknown.")
    @Reads({"priceAmount", "priceCurrency", "priceBound"})
    public Price getPrice() {
        return priceAmount == null ? null : new Price(priceAmount, priceCurrency, priceBound);
    }
}
