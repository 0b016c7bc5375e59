package dev.rangefinder.device;

import dev.rangefinder.graphql.Connection;
import dev.rangefinder.graphql.Edge;
import org.eclipse.microprofile.graphql.Description;

/** A page of devices. */
@Description("A page of devices.")
public class DeviceConnection extends Connection<DeviceConnection.DeviceEdge, Device> {

    /** One of the devices. */
    @Description("One of the devices, and where it is in its connection.")
    public static class DeviceEdge extends Edge<Device> {}
}
