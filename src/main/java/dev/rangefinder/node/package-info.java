/** Global object identification, as Relay defines it: any object by its id. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.node;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
