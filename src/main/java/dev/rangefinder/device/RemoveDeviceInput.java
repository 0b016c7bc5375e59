package dev.rangefinder.device;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("RemoveDeviceInput")
@Description("The removal of a device, with its aliases, variants and claims.")
public record RemoveDeviceInput(
        @Description("The slug or ID of the device.") String device,

        @Description("The version of the device that the removal is based on.")
        int expectedVersion) {}
