/** Who sends a request: access tokens, callers and their roles. */
@NullMarked
package dev.rangefinder.identity;

import org.jspecify.annotations.NullMarked;
