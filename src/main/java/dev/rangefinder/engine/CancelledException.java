package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;

/** An operation has run into its deadline, or its client has gone, while it did not wait for the database. */
public final class CancelledException extends InputException {

    private static final long serialVersionUID = 1;

    /** One that ends now. */
    public CancelledException() {
        super(ErrorCode.DEADLINE_EXCEEDED, "The operation took longer than it may.");
    }
}
