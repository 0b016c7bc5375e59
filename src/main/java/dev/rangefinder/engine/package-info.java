/** Executes operations level by level, each on one snapshot of the database. */
@NullMarked
package dev.rangefinder.engine;

import org.jspecify.annotations.NullMarked;
