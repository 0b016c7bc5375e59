/** The scalar types of the schema and their values. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.scalar;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
