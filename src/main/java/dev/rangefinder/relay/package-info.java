/** Connections, edges, cursors and orders, as the Relay Cursor Connections Specification defines them. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.relay;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
