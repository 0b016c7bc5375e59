package dev.rangefinder.market;

import dev.rangefinder.device.Device;
import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.ClaimConnection;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrder;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.OrderDirection;
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
    private static final Relation<Launch, LaunchConnection.LaunchEdge, LaunchConnection> LAUNCHES =
            Relation.all(LAUNCH, LaunchConnection.LaunchEdge::new, LaunchConnection::new);
    private static final Relation<Launch, LaunchConnection.LaunchEdge, LaunchConnection> OF_DEVICE =
            LAUNCHES.by("l.device_id");
    private static final Relation<Launch, LaunchConnection.LaunchEdge, LaunchConnection> IN_MARKET =
            LAUNCHES.by("l.market_id");

    @Override
    public Table<Launch> nodes() {
        return LAUNCH;
    }

    /** The launches of the catalogue. */
    @Query
    @Description("The launches of the catalogue.")
    public LaunchConnection launches(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable LaunchFilter filter,
            @Nullable LaunchOrder orderBy) {
        return LAUNCHES.page(PageRequest.of(first, after, last, before), filter, oldest(orderBy));
    }

    /** Where the device came to market, and where not; the first launch first, unless asked otherwise. */
    @Name("launches")
    @Description("Where the device came to market, and where not; the first launch first, unless asked otherwise.")
    @Reads({})
    public List<LaunchConnection> launchesOfDevice(
            @Source List<Device> devices,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable LaunchFilter filter,
            @Nullable LaunchOrder orderBy) {
        return OF_DEVICE.pages(devices, PageRequest.of(first, after, last, before), filter, oldest(orderBy));
    }

    /** The devices that came to the market, and those that did not; the first launch first, unless asked otherwise. */
    @Name("launches")
    @Description(
            "The devices that came to the market, and those that did not; the first launch first, unless asked otherwise.")
    @Reads({})
    public List<LaunchConnection> launchesInMarket(
            @Source List<Market> markets,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable LaunchFilter filter,
            @Nullable LaunchOrder orderBy) {
        return IN_MARKET.pages(markets, PageRequest.of(first, after, last, before), filter, oldest(orderBy));
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
    public List<ClaimConnection> claims(
            @Source List<Launch> launches,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return EvidenceApi.claimsOf(
                launches, "c.launch_id", PageRequest.of(first, after, last, before), filter, orderBy);
    }

    private static LaunchOrder oldest(@Nullable LaunchOrder asked) {
        return asked == null ? new LaunchOrder(LaunchOrderField.LAUNCHED_ON, OrderDirection.ASC) : asked;
    }
}
