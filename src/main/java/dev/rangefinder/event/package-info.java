/** Events that brands and partnerships were part of or that affected them. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.event;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
