package dev.rangefinder.mutation;

import dev.rangefinder.change.Revision;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.transaction.Author;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.WriteTransactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** Executes mutations, each in a transaction of its own. */
@ApplicationScoped
class MutationTransactions implements Mutations {

    private static final String REVISION =
            "select revision, coalesce((extract(epoch from changed_at) * 1000000)::bigint, 0) from catalogue";

    private final WriteTransactions transactions;
    private final EntityManager entities;
    private final DataSource database;
    private final Violations violations;

    MutationTransactions(
            WriteTransactions transactions, EntityManager entities, DataSource database, Violations violations) {
        this.database = database;
        this.transactions = transactions;
        this.entities = entities;
        this.violations = violations;
    }

    void start(@Observes StartupEvent start, Authentication authentication) {
        authentication.reportIfDisabled("Mutations and imports over HTTP");
    }

    @Override
    public Payload execute(Method method, Caller caller, Callable<Payload> mutation, long end) {
        Class<?> returned = method.getReturnType();
        try {
            Author author = caller.isAnonymous() ? Author.DATABASE_ROLE : new Author(caller.subject(), caller.issuer());
            return transactions.run(
                    author, method.getName(), end, () -> call(mutation), payload -> payload.commit(revision()));
        } catch (RefusedException e) {
            return refused(returned, e.errors());
        } catch (DatabaseException e) {
            ChangeError error = violations.explain(e, method);
            if (error == null) {
                throw e;
            }
            return refused(returned, List.of(error));
        }
    }

    private static Payload call(Callable<Payload> mutation) {
        try {
            return mutation.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The revision that this transaction has taken, or that of the catalogue if it has changed nothing. */
    private Revision revision() {
        Object[] row = (Object[]) entities.createNativeQuery(REVISION).getSingleResult();
        return new Revision(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }

    /** The records that errors refer to are read from the revision that has them, even from a replica. */
    private Payload refused(Class<?> returned, List<ChangeError> errors) {
        Payload payload = returned == Removal.class ? new Removal(null) : Change.none();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REVISION)) {
            row.next();
            payload.refuse(errors, new Revision(row.getLong(1), row.getLong(2)));
            return payload;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
