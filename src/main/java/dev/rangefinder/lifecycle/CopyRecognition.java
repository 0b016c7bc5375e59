package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Recognizes a copy of a database, such as one that was restored from a dump, before it is served. The copy takes a revision of its
 * own, so that its answers never have the entity tags of the original.
 */
@Singleton
class CopyRecognition {

    private static final Logger LOG = Logger.getLogger(CopyRecognition.class);

    private final DataSource database;

    CopyRecognition(DataSource database) {
        this.database = database;
    }

    void recognize(@Observes Migrated prepared) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select recognize_copy()")) {
            result.next();
            if (result.getBoolean(1)) {
                LOG.info("The database is a copy of another one, and has taken a revision of its own");
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
