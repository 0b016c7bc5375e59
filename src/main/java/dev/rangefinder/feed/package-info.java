/** The feed: the changes of the catalogue for clients that subscribe to them. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.feed;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
