package dev.rangefinder.lifecycle;

/** The arguments of a command are wrong. */
public final class UsageException extends CommandException {

    private static final long serialVersionUID = 1;

    /** A message that says what is wrong. */
    public UsageException(String message) {
        super(message, null);
    }
}
