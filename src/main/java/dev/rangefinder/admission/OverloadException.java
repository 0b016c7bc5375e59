package dev.rangefinder.admission;

/** A request was rejected because of others. The message is written for the client. */
public final class OverloadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why a request was rejected. */
    public enum Reason {
        /** As many requests as may wait were waiting. */
        QUEUE_FULL,
        /** It has waited for too long. */
        TIMEOUT
    }

    /** What clients are told. */
    public static final String MESSAGE = "The service has too much to do. Try again soon.";

    private final Reason reason;

    OverloadException(Reason reason) {
        super(MESSAGE, null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
