package dev.rangefinder.graphql;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;

/** A row that clients can refetch by its global id. Entities are the GraphQL types. */
@MappedSuperclass
@RegisterForReflection // the engine calls what its subclasses inherit
public abstract class Entity extends Keyed {

    /** The global id: see {@link GlobalId}. */
    @Id
    @Description(
            "An opaque id, unique among all objects of the catalogue. It stays the same for as long as the object exists.")
    @Reads({})
    public String getId() {
        return GlobalId.encode(getClass().getSimpleName(), key);
    }
}
