/** Markets, the launches of devices in them, and the figures of analysts about them. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.market;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
