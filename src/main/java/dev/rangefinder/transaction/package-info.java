/**
 * Read-only transactions on the primary and on replicas.
 *
 * <p>The engine opens a {@link dev.rangefinder.transaction.ReadContext} for each operation with {@link
 * dev.rangefinder.transaction.ReadContexts}, sets a {@link dev.rangefinder.transaction.FetchPlan} for each field, and cancels a {@link
 * dev.rangefinder.transaction.RunningRead} that takes too long. The context runs {@link dev.rangefinder.transaction.Sql}. Every failure
 * is a {@link dev.rangefinder.transaction.DatabaseException}.
 */
@NullMarked
package dev.rangefinder.transaction;

import org.jspecify.annotations.NullMarked;
