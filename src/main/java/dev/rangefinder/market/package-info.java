/** Markets: where devices are launched, and what analysts count there. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.market;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
