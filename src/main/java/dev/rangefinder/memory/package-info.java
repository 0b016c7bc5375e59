/** Limits the part of the heap that operations in progress may hold. */
@NullMarked
package dev.rangefinder.memory;

import org.jspecify.annotations.NullMarked;
