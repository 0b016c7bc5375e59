package dev.rangefinder.device;

import dev.rangefinder.brand.AffectedByConnection;
import dev.rangefinder.brand.Alias;
import dev.rangefinder.brand.Alias_;
import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.brand.EffectApi;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrderField;
import dev.rangefinder.evidence.Effect;
import dev.rangefinder.evidence.Effect_;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.Order;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.LinkTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
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

    static final ToOne<Device, Device> SERIES = DEVICES.toOne(Device_.SERIES_ID, DEVICES);

    /** The column of join tables with a copy of the release date. */
    static final String RELEASED = "released";

    private static final Relation<Brand, Device, Connection<Device>> CARRYING =
            new LinkTable<>("brand_device", BrandApi.BRANDS, DEVICES).toRight().inOrder(Device_.RELEASED_ON, RELEASED);

    private static final LinkTable<Brand, Device> PARTNERED =
            new LinkTable<>("partner_device", BrandApi.BRANDS, DEVICES);

    private static final LinkTable<Device, Device> TWINS =
            new LinkTable<>("twin", DEVICES, "device_id", DEVICES, "twin_id");

    static final ToOne<Alias, Device> ALIAS_OF = BrandApi.ALIASES.toOne(Alias_.DEVICE_ID, DEVICES);

    private static final ToOne<Effect, Device> AFFECTED = EffectApi.EFFECTS.toOne(Effect_.DEVICE_ID, DEVICES);

    private static final Relation<Device, Claim, AffectedByConnection> AFFECTING =
            AffectedByConnection.of(AFFECTED.inverse().to(EffectApi.EFFECT_OF));

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(DEVICES);
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

    @Nullable @Description("The series that contains the device. Null if there is none.")
    @Reads(Device_.SERIES_ID)
    public List<Device> series(@Source List<Device> devices) {
        return SERIES.of(devices);
    }

    @Description("The models and series in the series, newest first by default. Empty for a single model.")
    @Reads({})
    public List<Connection<Device>> models(
            @Source List<Device> devices, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return SERIES.inverse().pages(devices, page);
    }

    @Name("aliases")
    @Description("Other names of the device, and the codes of the model.")
    @Reads({})
    public List<List<@NonNull Alias>> aliasesOfDevice(@Source List<Device> devices) {
        return ALIAS_OF.inverse().lists(devices, SortKey.ascending(Keyed_.KEY));
    }

    @Name("devices")
    @Description("The devices that carry the work of the brand, newest first by default.")
    @Reads({})
    public List<Connection<Device>> devicesOfBrand(
            @Source List<Brand> brands,
            @Nullable @DefaultValue("EITHER") @Description("What the brand does for the devices.") DevicePart as,
            PageRequest<DeviceFilter, DeviceOrderField> page) {
        return switch (as) {
            case MAKER -> BRAND.inverse().pages(brands, page);
            case PARTNER -> PARTNERED.toRight().pages(brands, page);
            case EITHER -> CARRYING.pages(brands, page);
        };
    }

    @Description("The devices with the same hardware under other names, newest first by default.")
    @Reads({})
    public List<Connection<Device>> twins(
            @Source List<Device> devices, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return TWINS.toRight().pages(devices, page);
    }

    @Name("affectedBy")
    @Description("The claims that would affect the device if they came true, the strongest first by default.")
    @Reads({})
    public List<AffectedByConnection> affectedByOfDevice(
            @Source List<Device> devices, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return AFFECTING.pages(devices, page);
    }

    @Nullable @Name("device")
    @Description("The device that would be affected. Null if it is a brand.")
    @Reads(Effect_.DEVICE_ID)
    public List<Device> deviceOfEffect(@Source List<Effect> effects) {
        return AFFECTED.of(effects);
    }
}
