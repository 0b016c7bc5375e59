package dev.rangefinder.device;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.evidence.Citation;
import dev.rangefinder.evidence.Claim;
import dev.rangefinder.evidence.ClaimConnection;
import dev.rangefinder.evidence.ClaimFilter;
import dev.rangefinder.evidence.ClaimOrder;
import dev.rangefinder.evidence.EvidenceApi;
import dev.rangefinder.graphql.NodeSource;
import dev.rangefinder.graphql.OrderDirection;
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

    private static final Relation<Device, DeviceConnection.DeviceEdge, DeviceConnection> DEVICES =
            Relation.all(DEVICE, DeviceConnection.DeviceEdge::new, DeviceConnection::new);
    private static final Relation<Device, DeviceConnection.DeviceEdge, DeviceConnection> OF_BRAND =
            DEVICES.by("d.brand_id");
    private static final Relation<Device, DeviceConnection.DeviceEdge, DeviceConnection> OF_PARTNERSHIP =
            DEVICES.by("d.partnership_id");
    private static final Relation<Device, DeviceConnection.DeviceEdge, DeviceConnection> OF_SERIES =
            DEVICES.by("d.series_id");
    private static final Relation<Device, DeviceConnection.DeviceEdge, DeviceConnection> AFFECTED =
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
    public DeviceConnection devices(
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable DeviceFilter filter,
            @Nullable DeviceOrder orderBy) {
        return DEVICES.page(PageRequest.of(first, after, last, before), filter, newest(orderBy));
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
    public List<DeviceConnection> models(
            @Source List<Device> devices,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable DeviceFilter filter,
            @Nullable DeviceOrder orderBy) {
        return OF_SERIES.pages(devices, PageRequest.of(first, after, last, before), filter, newest(orderBy));
    }

    /** The devices of the brand; the newest first, unless asked otherwise. */
    @Name("devices")
    @Description("The devices of the brand; the newest first, unless asked otherwise.")
    @Reads({})
    public List<DeviceConnection> devicesOfBrand(
            @Source List<Brand> brands,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable DeviceFilter filter,
            @Nullable DeviceOrder orderBy) {
        return OF_BRAND.pages(brands, PageRequest.of(first, after, last, before), filter, newest(orderBy));
    }

    /** The devices that came out of the partnership; the newest first, unless asked otherwise. */
    @Name("devices")
    @Description("The devices that came out of the partnership; the newest first, unless asked otherwise.")
    @Reads({})
    public List<DeviceConnection> devicesOfPartnership(
            @Source List<Partnership> partnerships,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable DeviceFilter filter,
            @Nullable DeviceOrder orderBy) {
        return OF_PARTNERSHIP.pages(partnerships, PageRequest.of(first, after, last, before), filter, newest(orderBy));
    }

    /** The devices that the claim would affect. */
    @Description("The devices that the claim would affect.")
    @Reads({})
    public List<DeviceConnection> affects(
            @Source List<Claim> claims,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable DeviceFilter filter,
            @Nullable DeviceOrder orderBy) {
        return AFFECTED.pages(claims, PageRequest.of(first, after, last, before), filter, newest(orderBy));
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
    public List<ClaimConnection> claims(
            @Source List<Device> devices,
            @Nullable Integer first,
            @Nullable String after,
            @Nullable Integer last,
            @Nullable String before,
            @Nullable ClaimFilter filter,
            @Nullable ClaimOrder orderBy) {
        return EvidenceApi.claimsOf(
                devices, "c.device_id", PageRequest.of(first, after, last, before), filter, orderBy);
    }

    private static DeviceOrder newest(@Nullable DeviceOrder asked) {
        return asked == null ? new DeviceOrder(DeviceOrderField.RELEASED_ON, OrderDirection.DESC) : asked;
    }
}
