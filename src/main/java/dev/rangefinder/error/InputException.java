package dev.rangefinder.error;

import org.jspecify.annotations.Nullable;

/** A request that cannot be answered because of its input. The message is sent to the client. */
public class InputException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    /** An error without a cause. */
    public InputException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** An error with a cause, which is not sent to the client. */
    public InputException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
        this.code = code;
    }

    /** What a check throws; null when it passes. */
    public static @Nullable InputException thrownBy(Runnable check) {
        try {
            check.run();
            return null;
        } catch (InputException e) {
            return e;
        }
    }

    /** The code that is sent in {@code extensions.code}. */
    public ErrorCode code() {
        return code;
    }
}
