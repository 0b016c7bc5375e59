/** The revision of the catalogue, which every change increments. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.change;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
