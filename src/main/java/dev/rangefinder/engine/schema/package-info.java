/** Builds the schema: names generic types, binds arguments to records, and creates the fetchers of its fields. */
@NullMarked
package dev.rangefinder.engine.schema;

import org.jspecify.annotations.NullMarked;
