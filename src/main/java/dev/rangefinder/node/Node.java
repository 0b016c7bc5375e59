package dev.rangefinder.node;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.Reads;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;

/**
 * A row that a client can refetch by a global id, as the Relay Global Object Identification Specification asks: see
 * {@link GlobalId}.
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
