/** How much of the heap the work that is under way may hold. */
@NullMarked
package dev.rangefinder.memory;

import org.jspecify.annotations.NullMarked;
