/** Global object identification, as Relay specifies it. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.node;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
