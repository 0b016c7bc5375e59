package dev.rangefinder.engine.document;

import dev.rangefinder.change.FoundMoment;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.ScalarTypes;
import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.ReadTransaction;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a request asks for: exactly one of both.
 *
 * @param revision the revision of the catalogue
 * @param knownAt a time at which the revision was current
 */
public record AskedMoment(
        @Nullable Integer revision, @Nullable Instant knownAt) {

    /** Checks that exactly one is set. */
    public AskedMoment {
        if ((revision == null) == (knownAt == null)) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT, "`asOf` must have either a `revision` or a time in `knownAt`.");
        }
        if (revision != null && revision < 0) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "The `revision` of `asOf` must be 0 or greater.");
        }
    }

    /**
     * Finds the moment in a transaction that runs no other statement.
     *
     * @throws InputException when there is no such moment
     */
    public Moment in(ReadTransaction transaction) {
        FoundMoment found = FoundMoment.of(transaction, revision, knownAt);
        if (found.isFuture()) {
            throw new InputException(ErrorCode.MOMENT_IN_FUTURE, "`knownAt` is in the future.");
        }
        if (found.moment() == null) {
            throw new InputException(
                    ErrorCode.HISTORY_PRUNED, "The history of the catalogue does not reach back to this moment.");
        }
        return found.moment();
    }

    /** Reads the arguments of the directive. */
    static AskedMoment ofArguments(Map<String, Object> arguments) {
        return new AskedMoment(
                (Integer) arguments.get(AsOfDirective.REVISION), (Instant) arguments.get(AsOfDirective.KNOWN_AT));
    }

    /**
     * Reads the extension of a request.
     *
     * @throws InputException when it has another form
     */
    static AskedMoment ofExtension(Object value) {
        if (!(value instanceof Map<?, ?> moment)) {
            throw new InputException(ErrorCode.BAD_REQUEST, "The extension `asOf` must be an object.");
        }
        Object revision = moment.get(AsOfDirective.REVISION);
        if (revision != null && !(revision instanceof Integer)) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST, "The `revision` of the extension `asOf` must be a whole number.");
        }
        Object knownAt = moment.get(AsOfDirective.KNOWN_AT);
        return new AskedMoment((Integer) revision, knownAt == null ? null : time(knownAt));
    }

    private static Instant time(Object knownAt) {
        try {
            return ScalarTypes.time(knownAt.toString());
        } catch (IllegalArgumentException e) {
            throw new InputException(ErrorCode.BAD_REQUEST, "`knownAt` of the extension `asOf`: " + e.getMessage(), e);
        }
    }
}
