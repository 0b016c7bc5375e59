/** What every feature leans on to be walked: nodes, connections, cursors, filters, scalars and errors. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.graphql;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
