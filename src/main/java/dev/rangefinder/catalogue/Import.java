package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.ImportProgress.State;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Imports the records of a source into the catalogue, in the transaction of a connection. They are copied to a staging table, checked
 * there as sets, and then stored: records that the catalogue has are found by their natural keys and changed, the others are added.
 */
final class Import {

    /** Each rejection by the database rolls back what was stored before it. */
    private static final int MAX_REJECTIONS = 20;

    private final Connection connection;
    private final ImportPolicy policy;
    private final ImportProgress progress;
    private final StagedRecords staged;
    private final StagedMistakes mistakes;
    private boolean isBroken;
    private Map<String, Long> counts = Map.of();

    Import(Connection connection, ImportPolicy policy, ImportProgress progress) {
        this.connection = connection;
        this.policy = policy;
        this.progress = progress;
        this.staged = new StagedRecords(connection);
        this.mistakes = new StagedMistakes(connection);
    }

    /** The first mistakes, in the order of their lines. */
    List<Mistake> mistakes() throws SQLException {
        return mistakes.first();
    }

    /** Stages the records of a source, and checks each by itself. */
    void stage(RecordSource source) throws SQLException {
        staged.create();
        staged.copy(target -> {
            Staging staging = new Staging(target, policy, progress);
            source.read(staging);
            isBroken = staging.isBroken();
        });
        staged.index();
    }

    /**
     * Stores the staged records, unless mistakes forbid it.
     *
     * @param isDryRun whether what was stored is rolled back
     * @return how the import ends: the transaction is to be committed only after {@link State#COMMITTED}
     */
    State apply(boolean isDryRun) throws SQLException {
        ColumnTypes types = ColumnTypes.read(connection, tables());
        ImportChecks checks = new ImportChecks(connection, staged, types);
        ImportChanges changes = new ImportChanges(connection, staged, types, progress);
        for (int i = 0; i < MAX_REJECTIONS; i++) {
            progress.enter(State.CHECKING);
            if (!isAcceptable(checks)) {
                return State.REJECTED;
            }
            progress.enter(State.APPLYING);
            if (store(changes, isDryRun)) {
                return isDryRun ? State.ROLLED_BACK : State.COMMITTED;
            }
        }
        return State.REJECTED;
    }

    private static List<String> tables() {
        return Stream.concat(StoredTable.ALL.stream(), StoredTable.EVIDENCE.stream())
                .map(StoredTable::name)
                .toList();
    }

    /** Whether the records without mistakes can be stored. Those that refer to a record which is left out are left out as well. */
    private boolean isAcceptable(ImportChecks checks) throws SQLException {
        if (isBroken) {
            return false;
        }
        progress.found(checks.run());
        if (policy == ImportPolicy.ALL) {
            return progress.mistakes() == 0;
        }
        for (long left = leaveOut(); left > 0; left = leaveOut()) {
            progress.found(checks.run());
        }
        return true;
    }

    private long leaveOut() throws SQLException {
        long corrected = policy == ImportPolicy.FIELDS ? new Corrections(connection, staged).run() : 0;
        return corrected + mistakes.reject();
    }

    /** Returns false when the database rejects a record, which is then a mistake. */
    private boolean store(ImportChanges changes, boolean isDryRun) throws SQLException {
        Savepoint start = connection.setSavepoint();
        try {
            changes.apply();
            counts = staged.counts();
            if (isDryRun) {
                connection.rollback(start);
            }
            return true;
        } catch (SQLException e) {
            String reason = Rejection.reason(e);
            if (reason == null) {
                throw e;
            }
            connection.rollback(start);
            isBroken = !mistakes.reject(reason, Rejection.row(e)) || policy == ImportPolicy.ALL;
            progress.found(1);
            return false;
        }
    }

    /** The number of stored records in each list. */
    Map<String, Long> counts() {
        return counts;
    }
}
