package dev.rangefinder.node;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.Reads;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;

/**
 * A record that a client can refetch by its {@link GlobalId}, as the Relay Global Object Identification Specification requires.
 */
@Interface
@Description("An object with a global ID.")
public interface Node {

    @Id
    @Description(
            "The opaque ID of the object, unique across all types. It stays the same for as long as the object exists.")
    @Reads({})
    default String getId() {
        return GlobalId.encode(getClass().getSimpleName(), ((Keyed) this).key);
    }
}
