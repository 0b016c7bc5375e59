/** The filters that clients send, and the conditions that their operators add to a query. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.filter;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
