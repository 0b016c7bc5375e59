/**
 * Reads rows of PostgreSQL in as few statements as there are relations asked for.
 *
 * <p>What loads rows uses five types: a {@link dev.rangefinder.sql.TableReader} finds rows by their keys, {@link
 * dev.rangefinder.sql.Sql} is a statement with its parameters, {@link dev.rangefinder.sql.Rows} makes entities of what one gives,
 * and the {@link dev.rangefinder.sql.ReadContext} of the operation runs it, for the {@link dev.rangefinder.sql.Projection} that
 * the operation needs.
 *
 * <p>What executes operations opens that context by {@link dev.rangefinder.sql.ReadContexts}, says by a {@link
 * dev.rangefinder.sql.FetchPlan} how a field is read, and ends by {@link dev.rangefinder.sql.RunningRead} what takes too long. All
 * failures are a {@link dev.rangefinder.sql.DatabaseException}.
 */
@NullMarked
package dev.rangefinder.sql;

import org.jspecify.annotations.NullMarked;
