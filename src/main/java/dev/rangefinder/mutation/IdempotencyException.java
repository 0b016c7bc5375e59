package dev.rangefinder.mutation;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;

/** The idempotency key of a request cannot be used for it. Nothing has been changed. */
public final class IdempotencyException extends InputException {

    private static final long serialVersionUID = 1;

    private IdempotencyException(ErrorCode code, String message) {
        super(code, message);
    }

    static IdempotencyException inUse() {
        return new IdempotencyException(
                ErrorCode.IDEMPOTENCY_KEY_IN_USE, "A request with this idempotency key is being executed.");
    }

    static IdempotencyException reused() {
        return new IdempotencyException(
                ErrorCode.IDEMPOTENCY_KEY_REUSED, "Another request has been sent with this idempotency key.");
    }
}
