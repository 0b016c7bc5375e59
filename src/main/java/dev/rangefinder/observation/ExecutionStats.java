package dev.rangefinder.observation;

import org.jspecify.annotations.Nullable;

/**
 * The statistics of an operation that has ended.
 *
 * @param requestId the name of its request in logs
 * @param operation which one it was; null when its document was not valid, or was not read
 * @param outcome what became of it
 * @param waited nanoseconds in which its request waited for others: for a thread, and for the database
 * @param ran the other nanoseconds until it was answered
 * @param cost what it has cost
 * @param nodes how many nodes it gave
 * @param statements how many statements were run for it
 */
record ExecutionStats(
        String requestId,
        @Nullable OperationIdentity operation,
        Outcome outcome,
        long waited,
        long ran,
        long cost,
        int nodes,
        int statements) {}
