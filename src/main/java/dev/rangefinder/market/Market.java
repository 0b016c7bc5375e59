package dev.rangefinder.market;

import dev.rangefinder.evidence.Cited;
import dev.rangefinder.evidence.Fact;
import dev.rangefinder.evidence.Subject;
import dev.rangefinder.node.Named;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.eclipse.microprofile.graphql.Description;

@Entity
@Description("A country or region in which devices are sold.")
public class Market extends Fact implements Named, Cited, Subject {

    @Description(
            "The ISO 3166-1 alpha-2 code of a country, such as `IN`, or the UN M49 code of a region, such as `001`.")
    public String code;

    @Description("The English name of the market.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("Whether the market is a country or a region.")
    public MarketKind kind;

    @Nullable @Column(columnDefinition = "currency")
    @Description("The ISO 4217 code of the currency of the country, such as `INR`. Null for a region, or if unknown.")
    public String currency;

    @Override
    @Reads(Market_.NAME)
    public String getDisplayName() {
        return name;
    }
}
