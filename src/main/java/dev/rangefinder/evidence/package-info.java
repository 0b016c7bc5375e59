/** Evidence: the documents that the catalogue cites, and what they claim. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.evidence;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
