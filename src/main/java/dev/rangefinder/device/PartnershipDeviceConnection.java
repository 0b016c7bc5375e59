package dev.rangefinder.device;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Edge;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A paginated list of the devices of a partnership.")
public class PartnershipDeviceConnection extends Connection<Device> {

    @Override
    @Description("The edges of this page, in order.")
    @SuppressWarnings("unchecked") // the relation creates no other edges
    public List<@NonNull PartnershipDeviceEdge> getEdges() {
        return (List<PartnershipDeviceEdge>) super.getEdges();
    }

    @Description("An edge in a paginated list of the devices of a partnership, with the place of the device.")
    public static class PartnershipDeviceEdge extends Edge<Device> {

        private final @org.jspecify.annotations.Nullable Integer position;

        public PartnershipDeviceEdge(@org.jspecify.annotations.Nullable Integer position) {
            this.position = position;
        }

        @Nullable @Description("The place of the device among those of the partnership, from 1. Null if unknown.")
        public Integer getPosition() {
            return position;
        }
    }
}
