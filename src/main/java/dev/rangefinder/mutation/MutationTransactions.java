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
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Executes mutations, each in a transaction of its own. */
@ApplicationScoped
class MutationTransactions implements Mutations {

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
        return entities.unwrap(Session.class).doReturningWork(Revision::read);
    }

    /** The records that errors refer to are read from the revision that has them, even from a replica. */
    private Payload refused(Class<?> returned, List<ChangeError> errors) {
        Payload payload = returned == Removal.class ? new Removal(null) : Change.none();
        try (Connection connection = database.getConnection()) {
            payload.refuse(errors, Revision.read(connection));
            return payload;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
