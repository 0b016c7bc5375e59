/** Brands of camera optics and of handsets. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.brand;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
