package dev.rangefinder.error;

import org.jspecify.annotations.Nullable;

/** A client asked for something that cannot be answered. The message is written for the client and reaches it. */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    /** An error with a code and a message for the client. */
    public InputException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** An error that was found while something else failed; the cause stays inside the service. */
    public InputException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
    }

    /** The code that the client gets in {@code extensions.code}. */
    public ErrorCode code() {
        return code;
    }
}
