package dev.rangefinder.mutation;

import dev.rangefinder.change.Revision;
import dev.rangefinder.identity.Authentication;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.transaction.Author;
import dev.rangefinder.transaction.DatabaseException;
import dev.rangefinder.transaction.DeadlineSemaphore;
import dev.rangefinder.transaction.WriteTransactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.hibernate.Session;

/** Executes mutations, each in a transaction of its own. */
@ApplicationScoped
class MutationTransactions implements Mutations {

    private final WriteTransactions transactions;
    private final ExecutedMutations executed;
    private final PayloadTypes types;
    private final EntityManager entities;
    private final DataSource database;
    private final Violations violations;
    private final DeadlineSemaphore exclusive = new DeadlineSemaphore(1);

    MutationTransactions(
            WriteTransactions transactions,
            ExecutedMutations executed,
            PayloadTypes types,
            EntityManager entities,
            DataSource database,
            Violations violations) {
        this.executed = executed;
        this.types = types;
        this.database = database;
        this.transactions = transactions;
        this.entities = entities;
        this.violations = violations;
    }

    void start(@Observes StartupEvent start, Authentication authentication) {
        authentication.reportIfDisabled("Mutations and imports over HTTP");
    }

    @Override
    public Payload execute(MutationRequest mutation) {
        Method method = mutation.method();
        try {
            return commit(mutation);
        } catch (RefusedException e) {
            return refused(method, e.errors());
        } catch (ViolationException e) {
            return refused(method, List.of(violations.explain(e, method)));
        } catch (DatabaseException e) {
            DatabaseException violation = Violations.in(e).orElseThrow(() -> e);
            return refused(method, List.of(violations.explain(violation, method)));
        }
    }

    private Payload commit(MutationRequest mutation) {
        return mutation.method().isAnnotationPresent(OneAtATime.class)
                ? exclusive.with(mutation.end(), () -> run(mutation))
                : run(mutation);
    }

    private Payload run(MutationRequest mutation) {
        Caller caller = mutation.caller();
        Author author = caller.isAnonymous() ? Author.DATABASE_ROLE : new Author(caller.subject(), caller.issuer());
        return transactions.run(
                author,
                mutation.method().getName(),
                mutation.end(),
                () -> make(mutation),
                payload -> beforeCommit(mutation, payload));
    }

    private Payload make(MutationRequest mutation) {
        if (mutation.key() == null) {
            return mutation.call().get();
        }
        return executed.find(mutation.key(), mutation.caller())
                .map(earlier -> repeated(mutation, earlier))
                .orElseGet(mutation.call());
    }

    private Payload repeated(MutationRequest mutation, ExecutedMutations.Execution earlier) {
        Payload payload = types.repeated(mutation.method(), earlier.outcome());
        payload.commit(earlier.revision(), revision());
        return payload;
    }

    private void beforeCommit(MutationRequest mutation, Payload payload) {
        if (payload.seenRevision() != null) {
            return; // it is that of an earlier execution
        }
        payload.commit(revision());
        if (mutation.key() != null && payload.getRevision() != null) {
            executed.store(mutation.key(), mutation.caller(), payload);
        }
    }

    /** The revision that this transaction has taken, or that of the catalogue if it has changed nothing. */
    private Revision revision() {
        return entities.unwrap(Session.class).doReturningWork(Revision::read);
    }

    /** The records that errors refer to are read from the revision that has them, even from a replica. */
    private Payload refused(Method method, List<ChangeError> errors) {
        Payload payload = PayloadTypes.refused(method);
        try (Connection connection = database.getConnection()) {
            payload.refuse(errors, Revision.read(connection));
            return payload;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
