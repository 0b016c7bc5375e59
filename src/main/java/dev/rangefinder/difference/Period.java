package dev.rangefinder.difference;

import dev.rangefinder.change.FoundMoment;
import dev.rangefinder.change.Revision;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import org.jspecify.annotations.Nullable;

/** The two revisions that are compared. */
record Period(DatedRevision from, DatedRevision to) {

    /**
     * Finds the revisions of two moments.
     *
     * @param to null for the revision that the operation reads
     * @throws InputException when there is no such moment, or the operation reads an earlier one, or they are in the wrong order
     */
    static Period of(MomentInput from, @Nullable MomentInput to) {
        Period period =
                new Period(find("from", from), to == null ? DatedRevision.of(Revision.ofOperation()) : find("to", to));
        if (period.from.revision() > period.to.revision()) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`from` is revision " + period.from.revision() + ", after `to`, which is revision "
                            + period.to.revision() + ".");
        }
        return period;
    }

    private static DatedRevision find(String argument, MomentInput moment) {
        FoundMoment found = FoundMoment.inOperation(moment.revision(), moment.knownAt());
        if (found.isFuture()) {
            throw new InputException(ErrorCode.MOMENT_IN_FUTURE, "`" + argument + "` is in the future.");
        }
        if (isLater(moment, found)) {
            throw new InputException(
                    ErrorCode.REVISION_NOT_REACHED,
                    "`" + argument + "` is later than revision " + found.newest()
                            + ", at which the operation reads the catalogue.");
        }
        if (found.moment() == null) {
            throw new InputException(
                    ErrorCode.HISTORY_PRUNED,
                    "`" + argument + "` is before revision " + found.oldest()
                            + ", with which the history of the catalogue begins.");
        }
        return DatedRevision.of(Revision.of(found.moment()));
    }

    /** Whether a moment is after the revision that the operation reads, which is an earlier one for `@asOf`. */
    private static boolean isLater(MomentInput moment, FoundMoment found) {
        long revision = found.moment() == null ? 0 : found.moment().revision();
        return Math.max(revision, moment.revision() == null ? 0 : moment.revision()) > found.newest();
    }
}
