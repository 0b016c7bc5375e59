/** Errors that clients cause, and the codes of all errors. */
@NullMarked
package dev.rangefinder.error;

import org.jspecify.annotations.NullMarked;
