package dev.rangefinder.observation;

import dev.rangefinder.error.ErrorCode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The outcome of a request.
 *
 * @param name {@code OK}, {@code PARTIAL} (executed, with errors), {@code ABANDONED} (the client disconnected), or the code
 *     of the error that it was rejected with
 * @param codes the codes of the errors in the answer
 */
public record Outcome(String name, Set<ErrorCode> codes) {

    /** Answered without errors. */
    public static final Outcome OK = new Outcome("OK", Set.of());

    /** Nobody waits for the answer any more. */
    public static final Outcome ABANDONED = new Outcome("ABANDONED", Set.of());

    /** Errors that clients cannot avoid. */
    private static final Set<ErrorCode> FAILURES = Collections.unmodifiableSet(
            EnumSet.of(ErrorCode.INTERNAL_SERVER_ERROR, ErrorCode.UNAVAILABLE, ErrorCode.DEADLINE_EXCEEDED));

    /** Executed, with errors. */
    public static Outcome partial(Set<ErrorCode> codes) {
        return new Outcome("PARTIAL", codes);
    }

    /** Not executed. */
    public static Outcome rejected(ErrorCode code) {
        return new Outcome(code.name(), Set.of(code));
    }

    boolean isFailure() {
        return codes.stream().anyMatch(FAILURES::contains);
    }
}
