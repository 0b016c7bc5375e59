/** Dev mode. It is not part of the packaged service. */
@NullMarked
package dev.rangefinder.development;

import org.jspecify.annotations.NullMarked;
