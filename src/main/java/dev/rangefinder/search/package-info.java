/** Search for objects by their names. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.search;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
