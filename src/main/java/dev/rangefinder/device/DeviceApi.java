package dev.rangefinder.device;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
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
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.sql.Table;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.graphql.Source;

/** Devices. */
@GraphQLApi
public class DeviceApi implements NodeSource {

    /** The devices. */
    public static final Table<Device> DEVICE = Table.of(Device.class, "d");

    private static final Relation<Device, Connection<Device>> DEVICES =
            Relation.all(DEVICE, Order.descending(DeviceOrderField.RELEASED_ON));
    private static final Relation<Device, Connection<Device>> OF_BRAND = DEVICES.by("d.brand_id");
    private static final Relation<Device, Connection<Device>> OF_PARTNERSHIP = DEVICES.by("d.partnership_id");
    private static final Relation<Device, Connection<Device>> OF_SERIES = DEVICES.by("d.series_id");
    private static final Relation<Device, Connection<Device>> AFFECTED =
            DEVICES.through(new Relation.Link("claim_device", "a", "a.device_id"), "a.claim_id");

    @Override
    public Table<Device> nodes() {
        return DEVICE;
    }

    /** One device. */
    @Query
    @Nullable @Description("The device with this slug; null when there is none.")
    public Device device(@Description("The slug, such as `xiaomi-14`.") String slug) {
        return DEVICE.find("slug", slug);
    }

    /** The devices of the catalogue; the newest first, unless asked otherwise. */
    @Query
    @Description("The devices of the catalogue; the newest first, unless asked otherwise.")
    public Connection<Device> devices(PageRequest<DeviceFilter, DeviceOrderField> page) {
        return DEVICES.page(page);
    }

    /** The brand that sells the device. */
    @Description("The brand that sells the device.")
    @Reads("brandId")
    public List<Brand> brand(@Source List<Device> devices) {
        return BrandApi.BRAND.one(devices, one -> one.brandId);
    }

    /** The partnership that the device comes out of. */
    @Nullable @Description("The partnership that the device comes out of.")
    @Reads("partnershipId")
    public List<Partnership> partnership(@Source List<Device> devices) {
        return PartnershipApi.PARTNERSHIP.one(devices, one -> one.partnershipId);
    }

    /** The series that the model belongs to. */
    @Nullable @Description("The series that the model belongs to.")
    @Reads("seriesId")
    public List<Device> series(@Source List<Device> devices) {
        return DEVICE.one(devices, one -> one.seriesId);
    }

    /** The models of a series. */
    @Description("The models of a series.")
    @Reads({})
    public List<Connection<Device>> models(
            @Source List<Device> devices, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return OF_SERIES.pages(devices, page);
    }

    /** The devices of the brand; the newest first, unless asked otherwise. */
    @Name("devices")
    @Description("The devices of the brand; the newest first, unless asked otherwise.")
    @Reads({})
    public List<Connection<Device>> devicesOfBrand(
            @Source List<Brand> brands, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return OF_BRAND.pages(brands, page);
    }

    /** The devices that came out of the partnership; the newest first, unless asked otherwise. */
    @Name("devices")
    @Description("The devices that came out of the partnership; the newest first, unless asked otherwise.")
    @Reads({})
    public List<Connection<Device>> devicesOfPartnership(
            @Source List<Partnership> partnerships, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return OF_PARTNERSHIP.pages(partnerships, page);
    }

    /** The devices that the claim would affect. */
    @Description("The devices that the claim would affect.")
    @Reads({})
    public List<Connection<Device>> affects(
            @Source List<Claim> claims, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return AFFECTED.pages(claims, page);
    }

    /** The document that the entry is taken from. */
    @Nullable @Description("The document that the entry is taken from.")
    @Reads("citationId")
    public List<Citation> citation(@Source List<Device> devices) {
        return EvidenceApi.CITATION.one(devices, one -> one.citationId);
    }

    /** What citations say about it. */
    @Description("What citations say about it.")
    @Reads({})
    public List<Connection<Claim>> claims(
            @Source List<Device> devices, PageRequest<ClaimFilter, ClaimOrderField> page) {
        return EvidenceApi.claimsOf(devices, "c.device_id", page);
    }
}
