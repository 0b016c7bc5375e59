package dev.rangefinder.observation;

import org.jspecify.annotations.Nullable;

/**
 * The statistics of an operation that has ended.
 *
 * @param requestId identifies its request in logs
 * @param operation null when its document was invalid, or was not read
 * @param waited nanoseconds that its request waited for a thread and for permits to read the database
 * @param ran the other nanoseconds until it was answered
 * @param nodes how many nodes it returned
 * @param statements how many SQL statements it ran
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
