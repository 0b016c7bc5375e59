/** What differs between two moments: net differences, of objects and of what surrounds partnerships. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.difference;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
