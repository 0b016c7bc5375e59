/** The import format of the catalogue, and the founding catalogue that an empty database is loaded with. */
@NullMarked
package dev.rangefinder.catalogue;

import org.jspecify.annotations.NullMarked;
