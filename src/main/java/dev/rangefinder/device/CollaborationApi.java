package dev.rangefinder.device;

import dev.rangefinder.device.PartnershipDeviceConnection.PartnershipDeviceEdge;
import dev.rangefinder.node.NodeSource;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.partnership.PartnershipFilter;
import dev.rangefinder.partnership.PartnershipOrderField;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.Relation;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of collaborations: the devices of partnerships. */
@GraphQLApi
public class CollaborationApi implements NodeSource {

    static final EntityTable<Collaboration> COLLABORATIONS = EntityTable.ofList(Collaboration.class);

    private static final ToOne<Collaboration, Partnership> COLLABORATION_OF =
            COLLABORATIONS.toOne(Collaboration_.PARTNERSHIP_ID, PartnershipApi.PARTNERSHIPS);

    private static final ToOne<Collaboration, Device> COLLABORATION_ON =
            COLLABORATIONS.toOne(Collaboration_.DEVICE_ID, DeviceApi.DEVICES);

    /** The devices of a partnership, with the place of each. */
    public static final Relation<Partnership, Device, PartnershipDeviceConnection> OF_PARTNERSHIP = COLLABORATION_OF
            .inverse()
            .to(COLLABORATION_ON)
            .inOrder(Device_.RELEASED_ON, DeviceApi.RELEASED)
            .with(
                    List.of(COLLABORATIONS.columnName(Collaboration_.POSITION)),
                    (row, first) -> new PartnershipDeviceEdge(row.getObject(first, Integer.class)),
                    PartnershipDeviceConnection::new);

    static final Relation<Device, Partnership, Connection<Partnership>> PARTNERSHIPS_OF =
            COLLABORATION_ON.inverse().to(COLLABORATION_OF);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(COLLABORATIONS);
    }

    @Description("The partnerships that the device results from, ordered by slug by default.")
    @Reads({})
    public List<Connection<Partnership>> partnerships(
            @Source List<Device> devices, PageRequest<PartnershipFilter, PartnershipOrderField> page) {
        return PARTNERSHIPS_OF.pages(devices, page);
    }

    @Description("The partnerships that the device results from, with its place in each and the evidence.")
    @Reads({})
    public List<List<@NonNull Collaboration>> collaborations(@Source List<Device> devices) {
        return COLLABORATION_ON.inverse().lists(devices, SortKey.ascending(Keyed_.KEY));
    }

    @Name("partnership")
    @Description("The partnership.")
    @Reads(Collaboration_.PARTNERSHIP_ID)
    public List<Partnership> partnershipOfCollaboration(@Source List<Collaboration> collaborations) {
        return COLLABORATION_OF.of(collaborations);
    }

    @Name("device")
    @Description("The device.")
    @Reads(Collaboration_.DEVICE_ID)
    public List<Device> deviceOfCollaboration(@Source List<Collaboration> collaborations) {
        return COLLABORATION_ON.of(collaborations);
    }

    @Name("devices")
    @Description("The devices that result from the partnership, newest first by default.")
    @Reads({})
    public List<PartnershipDeviceConnection> devicesOfPartnership(
            @Source List<Partnership> partnerships, PageRequest<DeviceFilter, DeviceOrderField> page) {
        return OF_PARTNERSHIP.pages(partnerships, page);
    }
}
