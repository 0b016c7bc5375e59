/** Brands: who makes camera optics, and who makes handsets. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.brand;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
