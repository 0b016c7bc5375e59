/** Parses, bounds, validates and caches GraphQL documents. */
@NullMarked
package dev.rangefinder.engine.document;

import org.jspecify.annotations.NullMarked;
