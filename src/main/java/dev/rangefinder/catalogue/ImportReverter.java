package dev.rangefinder.catalogue;

import dev.rangefinder.change.KeptHistory;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.HistoryPruned;
import dev.rangefinder.mutation.InvalidField;
import dev.rangefinder.mutation.NotFound;
import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.mutation.Reversal;
import dev.rangefinder.mutation.Reverter;
import dev.rangefinder.transaction.PrunedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.hibernate.Session;

/** Undoes an import by what the log has of it. */
@ApplicationScoped
class ImportReverter implements Reverter {

    /** The input field that all errors are about. */
    static final String REVISION = InputFields.INPUT + ".revision";

    private final EntityManager entities;

    ImportReverter(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Reversal revert(int revision, boolean isDryRun) {
        return entities.unwrap(Session.class).doReturningWork(connection -> revert(connection, revision, isDryRun));
    }

    /** Undoes an import in the transaction of a connection. */
    static Reversal revert(Connection connection, int revision, boolean isDryRun) throws SQLException {
        requireHistory(connection, revision);
        LoggedImport undone = LoggedImport.find(connection, revision);
        if (undone == null) {
            throw new RefusedException(new NotFound(ErrorDetails.at(
                    REVISION, "Revision " + revision + " of the catalogue was not made by an import.")));
        }
        FormerRows rows = new FormerRows(connection, undone);
        rows.lock();
        List<ChangeError> dependents = new Dependents(connection, undone).find();
        if (!dependents.isEmpty()) {
            throw new RefusedException(dependents);
        }
        execute(connection, "savepoint before_reversal");
        restore(connection, rows);
        requireHistory(connection, revision); // it may have been pruned meanwhile
        if (isDryRun) {
            execute(connection, "rollback to savepoint before_reversal");
        }
        return new Reversal(rows.removed(), rows.restored(), isDryRun);
    }

    private static void requireHistory(Connection connection, int revision) throws SQLException {
        int oldest = KeptHistory.oldest(connection);
        if (revision < oldest) {
            String message = new PrunedException(oldest).getMessage();
            throw new RefusedException(new HistoryPruned(ErrorDetails.at(REVISION, message), oldest));
        }
    }

    /** Checks the constraints that would otherwise be checked at the commit, among them the evidence. */
    private static void restore(Connection connection, FormerRows rows) throws SQLException {
        try {
            rows.restore();
            execute(connection, "set constraints all immediate");
        } catch (SQLException e) {
            String reason = Rejection.reason(e);
            if (reason == null) {
                throw e;
            }
            throw new RefusedException(
                    new InvalidField(ErrorDetails.at(REVISION, "The catalogue without the import " + reason + '.')));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
