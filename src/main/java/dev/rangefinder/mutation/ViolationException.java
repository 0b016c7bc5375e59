package dev.rangefinder.mutation;

import dev.rangefinder.transaction.DatabaseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of several changes violates a constraint of the database. */
final class ViolationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final DatabaseException failure;
    private final transient @Nullable RequestedChange change;

    /** The violation by a change; null when it is unknown which one it is. */
    ViolationException(DatabaseException failure, @Nullable RequestedChange change) {
        super(failure.toString(), null, false, false); // as a cause it would be taken for a failure of the database
        this.failure = failure;
        this.change = change;
    }

    /** The violation by the only change of the violated table, if there is only one. */
    static ViolationException ofOne(DatabaseException failure, List<RequestedChange> changes) {
        String table = Violations.tableOf(failure);
        List<RequestedChange> candidates = changes.stream()
                .filter(change -> Violations.mainTable(change.method()).equals(table))
                .toList();
        return new ViolationException(failure, candidates.size() == 1 ? candidates.get(0) : null);
    }

    DatabaseException failure() {
        return failure;
    }

    @Nullable RequestedChange change() {
        return change;
    }
}
