package dev.rangefinder.market;

import dev.rangefinder.device.Device;
import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrderField;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.Order;
import dev.rangefinder.graphql.PageRequest;
import dev.rangefinder.graphql.Reads;
import dev.rangefinder.graphql.Relation;
import dev.rangefinder.sql.Table;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Launches. */
@GraphQLApi
public class LaunchApi implements NodeSource {

    private static final Table<Launch> LAUNCH = Table.of(Launch.class, "l");
    private static final Relation<Launch, Connection<Launch>> LAUNCHES =
            Relation.all(LAUNCH, Order.ascending(LaunchOrderField.LAUNCHED_ON));
    private static final Relation<Launch, Connection<Launch>> OF_DEVICE = LAUNCHES.by("l.device_id");
    private static final Relation<Launch, Connection<Launch>> IN_MARKET = LAUNCHES.by("l.market_id");

    @Override
    public Table<Launch> nodes() {
        return LAUNCH;
    }

    /** The launches of the catalogue. */
    @Query
    @Description("The launches of the catalogue.")
    public Connection<Launch> launches(PageRequest<LaunchFilter, LaunchOrderField> page) {
        return LAUNCHES.page(page);
    }

    /** Where the device came to market, and where not; the first launch first, unless asked otherwise. */
    @Name("launches")
    @Description("Where the device came to market, and where not; the first launch first, unless asked otherwise.")
    @Reads({})
    public List<Connection<Launch>> launchesOfDevice(
            @Source List<Device> devices, PageRequest<LaunchFilter, LaunchOrderField> page) {
        return OF_DEVICE.pages(devices, page);
    }

    /** The devices that came to the market, and those that did not; the first launch first, unless asked otherwise. */
    @Name("launches")
    @Description(
            "The devices that came to the market, and those that did not; the first launch first, unless asked otherwise.")
    @Reads({})
    public List<Connection<Launch>> launchesInMarket(
            @Source List<Market> markets, PageRequest<LaunchFilter, LaunchOrderField> page) {
        return IN_MARKET.pages(markets, page);
    }

    /** The device that is launched. */
    @Description("The device that is launched.")
    @Reads("deviceId")
    public List<Device> device(@Source List<Launch> launches) {
        return DeviceApi.DEVICE.one(launches, one -> one.deviceId);
    }

    /** The market that it is launched in. */
    @Description("The market that it is launched in.")
    @Reads("marketId")
    public List<Market> market(@Source List<Launch> launches) {
        return MarketApi.MARKET.one(launches, one -> one.marketId);
    }

    /** The document that the entry is taken from. */
    @Nullable @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citation(@Source List<Launch> launches) {
        return EvidenceApi.CITATION.one(launches, one -> one.citationId);
    }

    /** What citations say about it. */
    @Description("What citations say about it.")
    @Reads({})
    public List<Connection<Claim>> claims(
            @Source List<Launch> launches, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return EvidenceApi.claimsOf(launches, "c.launch_id", page);
    }
}
