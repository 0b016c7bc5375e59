/** What developers get besides the service; nothing in here is part of the package. */
@NullMarked
package dev.rangefinder.development;

import org.jspecify.annotations.NullMarked;
