/** Admission control: which requests proceed, which wait, and which are rejected. */
@NullMarked
package dev.rangefinder.admission;

import org.jspecify.annotations.NullMarked;
