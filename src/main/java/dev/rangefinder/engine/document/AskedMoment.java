package dev.rangefinder.engine.document;

import dev.rangefinder.change.FoundMoment;
import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.transaction.Moment;
import dev.rangefinder.transaction.PrunedException;
import dev.rangefinder.transaction.ReadTransaction;
import dev.rangefinder.transaction.ValidDay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a request asks for: at most one of a revision and a time, and without either the current revision on a day.
 *
 * @param revision the revision of the catalogue
 * @param knownAt a time at which the revision was current
 * @param validDay a day in the world
 */
public record AskedMoment(
        @Nullable Integer revision,
        @Nullable Instant knownAt,
        @Nullable ValidDay validDay) {

    /** Checks that there is something to ask for, and no contradiction. */
    public AskedMoment {
        boolean isCurrent = revision == null && knownAt == null;
        if (isCurrent && validDay == null || revision != null && knownAt != null) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`asOf` must have either a `revision` or a time in `knownAt`, or a day in `validOn`.");
        }
        if (revision != null && revision < 0) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "The `revision` of `asOf` must be 0 or greater.");
        }
    }

    private boolean isCurrent() {
        return revision == null && knownAt == null;
    }

    /** Whether a revision is the one that the request asks for, if it must have reached a number unless the request names another. */
    public boolean accepts(Revision found, long atLeast) {
        return !isCurrent() || found.number() >= atLeast;
    }

    /**
     * Finds the moment in a transaction that runs no other statement.
     *
     * @param atLeast the number that the current revision must have reached
     * @throws InputException when the moment has not come
     * @throws PrunedException when its history is not kept any more
     */
    public Moment in(ReadTransaction transaction, long atLeast) {
        if (isCurrent()) {
            Revision now = Revision.of(transaction, atLeast);
            return new Moment(now.number(), now.changedAt(), false, validDay);
        }
        FoundMoment found = FoundMoment.of(transaction, revision, knownAt);
        if (found.isFuture()) {
            throw new InputException(ErrorCode.MOMENT_IN_FUTURE, "`knownAt` is in the future.");
        }
        if (found.moment() == null) {
            throw new PrunedException(found.oldest());
        }
        return found.moment().on(validDay);
    }
}
