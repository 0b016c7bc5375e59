package dev.rangefinder.mutation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.NonNull;

/** Makes several changes in one transaction. */
@GraphQLApi
public class ApplyMutation {

    /** The greatest number of changes. */
    public static final int MAXIMUM = 100;

    /** Holds in all processes. Several changes could otherwise wait for each other's records in any order. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('rangefinder.apply'))";

    private final EntityManager entities;

    ApplyMutation(EntityManager entities) {
        this.entities = entities;
    }

    @Mutation
    @OneAtATime
    @RolesAllowed("editor")
    @Description(
            "Makes several changes in one transaction: all of them, or none if one is refused. Later changes can refer to the"
                    + " records that earlier ones add, by name. `expectedVersion` is the version before all of them. Requires"
                    + " the role `editor`, and each change the role that its mutation requires.")
    public AppliedChanges apply(
            @Description("The changes, in the order in which they are made: at most 100.")
                    List<@NonNull RequestedChange> changes) {
        entities.createNativeQuery(LOCK).getResultList();
        List<AppliedChange> results = new ArrayList<>();
        List<ChangeError> errors = new ArrayList<>();
        Set<Object> missing = new HashSet<>();
        for (RequestedChange change : changes) {
            try {
                results.addAll(make(change));
            } catch (RefusedException e) {
                // What refers to a record that an earlier change would have added is no mistake of its own
                e.errors().stream()
                        .filter(error -> !(error instanceof NotFound)
                                || change.valueOf(error)
                                        .filter(missing::contains)
                                        .isEmpty())
                        .map(change::locate)
                        .forEach(errors::add);
                change.names().forEach(missing::add);
            }
        }
        if (!errors.isEmpty()) {
            throw new RefusedException(errors);
        }
        checkDeferred(changes);
        return new AppliedChanges(results);
    }

    private List<AppliedChange> make(RequestedChange change) {
        try {
            Payload payload = change.make();
            entities.flush();
            return payload.results();
        } catch (RuntimeException e) {
            throw Violations.in(e)
                    .<RuntimeException>map(violation -> new ViolationException(violation, change))
                    .orElse(e);
        }
    }

    /** Checks what only the changes as a whole must satisfy. */
    private void checkDeferred(List<RequestedChange> changes) {
        try {
            entities.createNativeQuery("set constraints all immediate").executeUpdate();
        } catch (RuntimeException e) {
            throw Violations.in(e)
                    .<RuntimeException>map(violation -> ViolationException.ofOne(violation, changes))
                    .orElse(e);
        }
    }
}
