package dev.rangefinder.device;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** The queries and fields of devices. */
@GraphQLApi
public class DeviceApi implements NodeSource {

    /** All devices. */
    public static final EntityTable<Device> DEVICES =
            EntityTable.of(Device.class, Device_.SLUG, Order.descending(DeviceOrderField.RELEASED_ON));

    /** The brand of a device, and the devices of a brand. */
    public static final ToOne<Device, Brand> BRAND = DEVICES.toOne(Device_.BRAND_ID, BrandApi.BRANDS);

    /** The partnership of a device, and the devices of a partnership. */
    public static final ToOne<Device, Partnership> PARTNERSHIP =
            DEVICES.toOne(Device_.PARTNERSHIP_ID, PartnershipApi.PARTNERSHIPS);

    static final ToOne<Device, Device> SERIES = DEVICES.toOne(Device_.SERIES_ID, DEVICES);
    private static final LinkTable<Claim, Device> AFFECTED =
            new LinkTable<>("claim_device", EvidenceApi.CLAIMS, DEVICES);

    @Override
    public EntityTable<Device> nodes() {
        return DEVICES;
    }

    @Query
    @Nullable @Description("The device with the given slug. Null if it does not exist.")
    public Device device(@Description("The slug of the device, such as `xiaomi-14`.") String slug) {
        return DEVICES.find(slug);
    }

    @Query
    @Description("The devices of the catalogue, newest first by default.")
    public Connection<Device> devices(PageRequest<DeviceFilter, DeviceOrderField> page) {
        return DEVICES.page(page);
    }

    @Description("The brand that sells the device.")
    @Reads(Device_.BRAND_ID)
    public List<Brand> brand(@Source List<Device> devices) {
        return BRAND.of(devices);
    }

    @Nullable @Description("The partnership that the device results from. Null if there is none.")
    @Reads(Device_.PARTNERSHIP_ID)
    public List<Partnership> partnership(@Source List<Device> devices) {
        return PARTNERSHIP.of(devices);
    }

    @Nullable @Description("The series that the model belongs to. Null if there is none.")
    @Reads(Device_.SERIES_ID)
    public List<Device> series(@Source List<Device> devices) {
        return SERIES.of(devices);
    }

    @Description("The models of the series, newest first by default. Empty for a single model.")
    @Reads({})
    public List<Connection<Device>> models(
            @Source List<Device> devices, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return SERIES.inverse().pages(devices, page);
    }

    @Name("devices")
    @Description("The devices of the brand, newest first by default.")
    @Reads({})
    public List<Connection<Device>> devicesOfBrand(
            @Source List<Brand> brands, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return BRAND.inverse().pages(brands, page);
    }

    @Name("devices")
    @Description("The devices that result from the partnership, newest first by default.")
    @Reads({})
    public List<Connection<Device>> devicesOfPartnership(
            @Source List<Partnership> partnerships, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return PARTNERSHIP.inverse().pages(partnerships, page);
    }

    @Description("The devices that the claim would affect, newest first by default.")
    @Reads({})
    public List<Connection<Device>> affects(
            @Source List<Claim> claims, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return AFFECTED.toRight().pages(claims, page);
    }
}
