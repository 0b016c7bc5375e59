/** Changes of the catalogue by clients: what mutations return, and the transactions that they run in. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.mutation;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
