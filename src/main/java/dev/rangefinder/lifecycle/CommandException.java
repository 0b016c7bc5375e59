package dev.rangefinder.lifecycle;

import org.jspecify.annotations.Nullable;

/** A command failed. The message tells the operator why, in one line. */
public class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A failure with its cause, which is not shown. */
    public CommandException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
