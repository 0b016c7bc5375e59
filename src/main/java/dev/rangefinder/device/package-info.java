/** Devices: phones, and series of phones. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.device;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
