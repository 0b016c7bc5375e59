/** The history of the catalogue: what each change was, who made it, and by what. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.history;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
