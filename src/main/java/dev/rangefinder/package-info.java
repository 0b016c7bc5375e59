/** The Rangefinder service. */
@NullMarked
package dev.rangefinder;

import org.jspecify.annotations.NullMarked;
