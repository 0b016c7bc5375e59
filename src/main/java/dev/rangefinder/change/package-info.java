/** The revision of the catalogue, which every change increments, and how far its history reaches back. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.change;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
