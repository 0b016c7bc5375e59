package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;

/** An operation exceeded its deadline, or its client disconnected, while it was not waiting for the database. */
public final class CancelledException extends InputException {

    private static final long serialVersionUID = 1;

    public CancelledException() {
        super(ErrorCode.DEADLINE_EXCEEDED, "The operation exceeded its deadline.");
    }
}
