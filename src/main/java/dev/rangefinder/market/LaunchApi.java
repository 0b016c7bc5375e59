package dev.rangefinder.market;

import dev.rangefinder.device.Device;
import dev.rangefinder.device.DeviceApi;
import dev.rangefinder.device.Variant;
import dev.rangefinder.device.VariantApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of launches. */
@GraphQLApi
public class LaunchApi implements NodeSource {

    static final EntityTable<Launch> LAUNCHES =
            EntityTable.of(Launch.class, Order.ascending(LaunchOrderField.LAUNCHED_ON));

    /** The device of a launch, and the launches of a device. */
    public static final ToOne<Launch, Device> DEVICE = LAUNCHES.toOne(Launch_.DEVICE_ID, DeviceApi.DEVICES);

    static final ToOne<Launch, Market> MARKET = LAUNCHES.toOne(Launch_.MARKET_ID, MarketApi.MARKETS);

    static final EntityTable<LaunchPrice> PRICES = EntityTable.ofList(LaunchPrice.class);

    private static final ToOne<LaunchPrice, Launch> PRICE_OF = PRICES.toOne(LaunchPrice_.LAUNCH_ID, LAUNCHES);

    private static final ToOne<LaunchPrice, Variant> VARIANT =
            PRICES.toOne(LaunchPrice_.VARIANT_ID, VariantApi.VARIANTS);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(LAUNCHES, PRICES);
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

    @Description("All prices of the device in the market, the earliest first.")
    @Reads({})
    public List<List<@NonNull LaunchPrice>> prices(@Source List<Launch> launches) {
        return PRICE_OF.inverse().lists(launches, SortKey.ascending(LaunchPrice_.ON), SortKey.ascending(Keyed_.KEY));
    }

    @Description("The launch that the price belongs to.")
    @Reads(LaunchPrice_.LAUNCH_ID)
    public List<Launch> launch(@Source List<LaunchPrice> prices) {
        return PRICE_OF.of(prices);
    }

    @Nullable @Description("The variant that is sold at this price. Null if not stated.")
    @Reads(LaunchPrice_.VARIANT_ID)
    public List<Variant> variant(@Source List<LaunchPrice> prices) {
        return VARIANT.of(prices);
    }
}
