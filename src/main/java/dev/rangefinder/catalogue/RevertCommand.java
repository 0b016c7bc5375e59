package dev.rangefinder.catalogue;

import dev.rangefinder.lifecycle.Command;
import dev.rangefinder.lifecycle.CommandException;
import dev.rangefinder.lifecycle.UsageException;
import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.mutation.Reversal;
import dev.rangefinder.transaction.Author;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Undoes an import, without the time limit of requests. */
@Singleton
@Unremovable
final class RevertCommand implements Command {

    private static final String DRY_RUN = "--dry-run";
    private static final int REFUSED = 3;

    private final DataSource connections;

    RevertCommand(DataSource connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return "revert";
    }

    @Override
    public String usage() {
        return "revert REVISION [--dry-run]    undo the import that made a revision; the exit code is 3 if later revisions depend on it";
    }

    @Override
    public int run(List<String> arguments) {
        List<String> revisions = new ArrayList<>(arguments);
        boolean isDryRun = revisions.remove(DRY_RUN);
        if (revisions.size() != 1 || !revisions.get(0).matches("[0-9]{1,9}")) {
            throw new UsageException("REVISION must be one number");
        }
        return run(Integer.parseInt(revisions.get(0)), isDryRun);
    }

    private int run(int revision, boolean isDryRun) {
        try (Connection connection = connections.getConnection();
                ImportTransaction transaction =
                        ImportTransaction.begin(connection, Author.DATABASE_ROLE, "revertImport")) {
            Reversal reversal = ImportReverter.revert(connection, revision, isDryRun);
            transaction.commit();
            System.err.println((isDryRun ? "Could revert" : "Reverted") + " the import of revision " + revision + ": "
                    + reversal.getRemovedRows() + " rows removed, " + reversal.getRestoredRows() + " rows restored");
            return 0;
        } catch (RefusedException e) {
            e.errors().forEach(error -> System.err.println(error.getMessage()));
            return REFUSED;
        } catch (SQLException e) {
            throw new CommandException("The database cannot be changed: " + e.getMessage(), e);
        }
    }
}
