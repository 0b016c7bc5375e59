package dev.rangefinder.mutation;

import java.util.List;

/** A change is refused: its transaction is rolled back, and the client receives the errors. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<ChangeError> errors;

    /** Refuses a change for all of these reasons. */
    public RefusedException(List<ChangeError> errors) {
        super(errors.toString(), null, false, false);
        this.errors = List.copyOf(errors);
    }

    /** Refuses a change for one reason. */
    public RefusedException(ChangeError error) {
        this(List.of(error));
    }

    public List<ChangeError> errors() {
        return errors;
    }
}
