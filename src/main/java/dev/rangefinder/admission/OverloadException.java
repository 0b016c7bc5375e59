package dev.rangefinder.admission;

/** A request was rejected because of overload. The message is meant for the client. */
public final class OverloadException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why a request was rejected. */
    public enum Reason {
        /** Too many requests were waiting. */
        QUEUE_FULL,

        /** The request waited too long. */
        TIMEOUT
    }

    /** The message for clients. */
    public static final String MESSAGE = "The service is overloaded. Try again soon.";

    private final Reason reason;

    /** Creates one with the message for clients. */
    public OverloadException(Reason reason) {
        super(MESSAGE, null, false, false);
        this.reason = reason;
    }

    /** Why the request was rejected. */
    public Reason reason() {
        return reason;
    }
}
