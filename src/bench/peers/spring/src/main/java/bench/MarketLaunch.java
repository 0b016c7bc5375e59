package bench;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.LocalDate;

@Entity
public class MarketLaunch {
    public enum Status { ANNOUNCED, LAUNCHED, WITHDRAWN }

    @Id
    private Long id;
    @ManyToOne(fetch = FetchType.LAZY)
    private Device device;
    @ManyToOne(fetch = FetchType.LAZY)
    private Market market;
    private LocalDate launchedOn;
    private BigDecimal priceAmount;
    private String priceCurrency;
    @Enumerated(EnumType.STRING)
    private Status status;

    public Long getId() { return id; }
    public Device getDevice() { return device; }
    public Market getMarket() { return market; }
    public LocalDate getLaunchedOn() { return launchedOn; }
    public BigDecimal getPriceAmount() { return priceAmount; }
    public String getPriceCurrency() { return priceCurrency; }
    public Status getStatus() { return status; }
}
