/** The dated facts in the history of partnerships and brands. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.timeline;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
