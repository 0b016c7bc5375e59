/** Devices: the phones, and series of phones, that come out of partnerships. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.device;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
