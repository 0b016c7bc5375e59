package dev.rangefinder.engine;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;

/** The value of a field for an object for which it fails. */
final class Failed extends Connection<Keyed> {

    Failed(Exception reason) {
        fail(reason);
    }
}
