package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.ImportProgress.State;
import dev.rangefinder.change.Revision;
import dev.rangefinder.transaction.Author;
import dev.rangefinder.transaction.DatabaseException;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;

/** Imports records into the catalogue, in one transaction. */
@Singleton
public class Importer {

    private static final String LOCK = "_advisory_xact_lock(hashtext('rangefinder.import'))";
    private static final String TRY = "select pg_try" + LOCK;

    /** Waits until no other import runs. It takes no privilege, unlike a lock on a row. */
    static final String AWAIT_OTHERS = "select pg" + LOCK;

    private final DataSource connections;

    Importer(DataSource connections) {
        this.connections = connections;
    }

    /** The notations of a catalogue. */
    public enum Notation {
        /** A catalogue file. */
        YAML(YamlSource::new),
        /** JSON Lines: each line has the form of a file. */
        JSON_LINES(LinesSource::new);

        private final Function<InputStream, RecordSource> source;

        Notation(Function<InputStream, RecordSource> source) {
            this.source = source;
        }
    }

    /**
     * What is to be imported.
     *
     * @param author who imports it, for the log
     * @param isDryRun whether what was stored is rolled back
     */
    public record Request(Notation notation, ImportPolicy policy, Author author, boolean isDryRun) {}

    /**
     * Imports what it reads from a stream, and writes a report about the records with mistakes.
     *
     * @param progress ends with the revision that the import has made, if it has changed anything
     * @throws ImportRunningException when another import runs
     */
    void run(Request request, InputStream input, OutputStream report, ImportProgress progress) {
        try (Connection connection = connections.getConnection();
                ImportTransaction transaction = ImportTransaction.begin(connection, request.author)) {
            if (!isAlone(connection)) {
                throw new ImportRunningException();
            }
            Import run = new Import(connection, request.policy, progress);
            run.stage(request.notation.source.apply(input));
            State end = run.apply(request.isDryRun);
            new ImportReport(connection).write(report);
            if (end == State.COMMITTED) {
                commit(connection, transaction, progress);
            } else {
                progress.enter(end);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        } finally {
            progress.end();
        }
    }

    /** The revision is taken before the commit, when the constraints are checked. An import that changes nothing makes none. */
    private static void commit(Connection connection, ImportTransaction transaction, ImportProgress progress)
            throws SQLException {
        Long revision =
                progress.rowsApplied() == 0 ? null : Revision.read(connection).number();
        transaction.commit();
        progress.commit(revision);
    }

    /** Imports run one at a time, in all replicas: two could add the same record. */
    private static boolean isAlone(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet locked = statement.executeQuery(TRY)) {
            locked.next();
            return locked.getBoolean(1);
        }
    }
}
