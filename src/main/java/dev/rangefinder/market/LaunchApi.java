package dev.rangefinder.market;

import dev.rangefinder.device.Device;
import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of launches. */
@GraphQLApi
public class LaunchApi implements NodeSource {

    private static final EntityTable<Launch> LAUNCHES =
            EntityTable.of(Launch.class, Order.ascending(LaunchOrderField.LAUNCHED_ON));

    /** The device of a launch, and the launches of a device. */
    public static final ToOne<Launch, Device> DEVICE = LAUNCHES.toOne(Launch_.DEVICE_ID, DeviceApi.DEVICES);

    static final ToOne<Launch, Market> MARKET = LAUNCHES.toOne(Launch_.MARKET_ID, MarketApi.MARKETS);

    @Override
    public EntityTable<Launch> nodes() {
        return LAUNCHES;
    }

    @Query
    @Description("The launches of the catalogue, earliest first by default.")
    public Connection<Launch> launches(PageRequest<LaunchFilter, LaunchOrderField> page) {
        return LAUNCHES.page(page);
    }

    @Name("launches")
    @Description("The launches of the device in all markets, earliest first by default.")
    @Reads({})
    public List<Connection<Launch>> launchesOfDevice(
            @Source List<Device> devices, PageRequest<LaunchFilter, LaunchOrderField> page) {
        return DEVICE.inverse().pages(devices, page);
    }

    @Name("launches")
    @Description("The launches of all devices in the market, earliest first by default.")
    @Reads({})
    public List<Connection<Launch>> launchesInMarket(
            @Source List<Market> markets, PageRequest<LaunchFilter, LaunchOrderField> page) {
        return MARKET.inverse().pages(markets, page);
    }

    @Description("The device that is launched.")
    @Reads(Launch_.DEVICE_ID)
    public List<Device> device(@Source List<Launch> launches) {
        return DEVICE.of(launches);
    }

    @Description("The market in which the device is launched.")
    @Reads(Launch_.MARKET_ID)
    public List<Market> market(@Source List<Launch> launches) {
        return MARKET.of(launches);
    }
}
