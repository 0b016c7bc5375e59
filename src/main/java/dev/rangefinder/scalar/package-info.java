/** The scalar types of the schema, and values that are read and written as text. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.scalar;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
