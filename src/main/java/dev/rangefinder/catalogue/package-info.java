/** The import format of the catalogue, and the founding catalogue that the service starts with. */
@NullMarked
package dev.rangefinder.catalogue;

import org.jspecify.annotations.NullMarked;
