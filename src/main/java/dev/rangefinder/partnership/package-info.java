/** Partnerships between brands, with their members, territories and terms. */
@NullMarked
@DefaultNonNull
package dev.rangefinder.partnership;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
