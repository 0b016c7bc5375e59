/** The documents that the catalogue cites, and the claims that they make. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.evidence;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
