/** Shares out what requests compete for: who goes on, who waits, and who is rejected. */
@NullMarked
package dev.rangefinder.admission;

import org.jspecify.annotations.NullMarked;
