package dev.rangefinder.change;

import dev.rangefinder.transaction.PrunedException;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The history that the current operation can read. */
@Singleton
public class KeptHistory {

    private static final Sql OLDEST = Sql.of("select oldest_revision()");

    private final boolean isPruned;

    KeptHistory(HistoryConfig config) {
        this.isPruned = config.keep().isPresent();
    }

    /** Tells that the answer depends on where the history begins, and so must not be cached where it is pruned: that takes no revision. */
    public void read() {
        if (isPruned) {
            ReadContext.current().transaction().running().excludeFromCaches();
        }
    }

    /** The oldest revision. */
    public int oldest() {
        read();
        ReadContext context = ReadContext.current();
        return context.once(OLDEST, () -> {
            int[] oldest = new int[1];
            context.read(OLDEST, row -> oldest[0] = row.getInt(1));
            return oldest[0];
        });
    }

    /** The oldest revision for the transaction of a connection. */
    public static int oldest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OLDEST.text())) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * Checks that no change after a revision has been pruned.
     *
     * @throws PrunedException when one may have been
     */
    public void requireAfter(long revision) {
        int oldest = oldest();
        if (revision < oldest - 1) {
            throw new PrunedException(oldest);
        }
    }
}
