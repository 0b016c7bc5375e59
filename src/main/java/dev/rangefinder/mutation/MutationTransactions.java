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
import java.util.function.Supplier;
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
    public Payload execute(Method method, Caller caller, Supplier<Payload> mutation, long end) {
        try {
            Author author = caller.isAnonymous() ? Author.DATABASE_ROLE : new Author(caller.subject(), caller.issuer());
            return transactions.run(author, method.getName(), end, mutation, payload -> payload.commit(revision()));
        } catch (RefusedException e) {
            return refused(method, e.errors());
        } catch (ViolationException e) {
            return refused(method, List.of(violations.explain(e, method)));
        } catch (DatabaseException e) {
            DatabaseException violation = Violations.in(e).orElseThrow(() -> e);
            return refused(method, List.of(violations.explain(violation, method)));
        }
    }

    /** The revision that this transaction has taken, or that of the catalogue if it has changed nothing. */
    private Revision revision() {
        return entities.unwrap(Session.class).doReturningWork(Revision::read);
    }

    /** The records that errors refer to are read from the revision that has them, even from a replica. */
    private Payload refused(Method method, List<ChangeError> errors) {
        Payload payload = nothingOf(method.getReturnType());
        try (Connection connection = database.getConnection()) {
            payload.refuse(errors, Revision.read(connection));
            return payload;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static Payload nothingOf(Class<?> returned) {
        if (returned == Removal.class) {
            return new Removal(null);
        }
        return returned == AppliedChanges.class ? new AppliedChanges(null) : Change.none();
    }
}
