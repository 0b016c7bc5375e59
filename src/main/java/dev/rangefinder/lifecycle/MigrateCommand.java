package dev.rangefinder.lifecycle;

import dev.rangefinder.transaction.DatabaseException;
import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.FlywayException;

/** Migrates the database to this version, as the role that owns its tables. */
@Singleton
@Unremovable
final class MigrateCommand implements Command {

    private final SchemaMigration migration;

    MigrateCommand(SchemaMigration migration) {
        this.migration = migration;
    }

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public String usage() {
        return "migrate    migrate the database to this version, and let the roles of the service and of readers use its tables";
    }

    @Override
    public int run(List<String> arguments) {
        if (!arguments.isEmpty()) {
            throw new UsageException("Unexpected argument: " + arguments.get(0));
        }
        try {
            migration.run();
            List<String> roles = migration.grantAccess();
            System.err.println("The database has the tables of this version. Roles that may use them: "
                    + (roles.isEmpty() ? "only their owner" : String.join(", ", roles)));
            return 0;
        } catch (ConfigurationException e) {
            throw new CommandException(String.valueOf(e.getMessage()), e);
        } catch (FlywayException | SQLException e) {
            String problem = DatabaseException.outageIn(e).isPresent()
                    ? "The database does not answer: "
                    : "The database cannot be migrated: ";
            throw new CommandException(problem + line(e), e);
        }
    }

    /** The message of the first cause, in one line. */
    static String line(Exception failure) {
        return String.valueOf(ExceptionUtil.getRootCause(failure).getMessage()).replaceAll("\\s+", " ");
    }
}
