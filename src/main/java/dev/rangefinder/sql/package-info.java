/** Reads rows of PostgreSQL in as few statements as there are relations asked for. */
@NullMarked
package dev.rangefinder.sql;

import org.jspecify.annotations.NullMarked;
