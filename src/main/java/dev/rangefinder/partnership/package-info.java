/** Partnerships: who builds cameras with whom, since when, where and on which terms. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.partnership;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
