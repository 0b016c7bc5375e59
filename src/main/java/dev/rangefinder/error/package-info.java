/** The errors that clients cause, and the codes by which they tell them apart. */
@NullMarked
package dev.rangefinder.error;

import org.jspecify.annotations.NullMarked;
