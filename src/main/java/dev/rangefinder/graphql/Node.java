package dev.rangefinder.graphql;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Interface;

/** Anything that a client can refetch by a global id, as the Relay Global Object Identification Specification asks. */
@Interface
@Description("An object that `node(id:)` finds again.")
public interface Node {

    /** The opaque id of this object, unique in the catalogue: see {@link GlobalId}. */
    @Id
    @Description(
            "An opaque id, unique among all objects of the catalogue. It stays the same for as long as the object exists.")
    String getId();
}
