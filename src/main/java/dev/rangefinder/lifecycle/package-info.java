/** How the service starts, when it is ready, and how it stops. */
@NullMarked
package dev.rangefinder.lifecycle;

import org.jspecify.annotations.NullMarked;
