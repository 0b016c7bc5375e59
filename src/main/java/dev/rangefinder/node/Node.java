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
@Description("An object that `node(id:)` finds again.")
public interface Node {

    @Id
    @Description(
            "An opaque id, unique among all objects of the catalogue. It stays the same for as long as the object exists.")
    @Reads({})
    default String getId() {
        return GlobalId.encode(getClass().getSimpleName(), ((Keyed) this).key);
    }
}
