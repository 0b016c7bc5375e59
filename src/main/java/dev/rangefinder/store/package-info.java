/**
 * The read module: declares the tables of entities and the relations between them, and reads their rows with one statement for
 * each relation of an operation.
 *
 * <p>A feature declares an {@link dev.rangefinder.store.EntityTable} and its relations, as {@link dev.rangefinder.store.ToOne} or {@link
 * dev.rangefinder.store.LinkTable}. Each direction of a relation is a {@link
 * dev.rangefinder.store.Relation}. A filter is a {@link dev.rangefinder.store.Criteria}, which passes its operators to the {@link
 * dev.rangefinder.store.FilterCompiler}.
 */
@NullMarked
@DefaultNonNull
package dev.rangefinder.store;

import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
