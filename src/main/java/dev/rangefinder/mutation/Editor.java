package dev.rangefinder.mutation;

import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import java.util.function.Consumer;

/**
 * Changes records of any feature, inside the transaction of a mutation. Inputs are records in the format of the catalogue file:
 * their components have its keys, and its rules apply to them.
 *
 * <p>Each method throws a {@link RefusedException} with all that is wrong with the input.
 */
public interface Editor {

    /** Adds a record with its parts and claims. */
    <N extends Keyed> Change<N> register(EntityTable<N> table, Record input);

    /**
     * Adds a part to a record, with its claims.
     *
     * @param owner the name or global ID of the record
     */
    <N extends Keyed> Change<N> add(EntityTable<N> parts, EntityTable<?> owners, String owner, Record input);

    /**
     * Changes a record. Absent components of the input are left as they are; those that are sent as null are removed.
     *
     * @param reference the name or global ID of the record
     * @param expectedVersion the version that the client has seen
     */
    <N extends Keyed> Change<N> revise(EntityTable<N> table, String reference, int expectedVersion, Record input);

    /**
     * Changes a record by setting properties that need no evidence.
     *
     * @param reference the name or global ID of the record
     * @param expectedVersion the version that the client has seen
     */
    <N extends Keyed> Change<N> edit(EntityTable<N> table, String reference, int expectedVersion, Consumer<N> change);

    /**
     * Adds a claim about a record.
     *
     * @param subject the global ID of the record
     */
    <N extends Keyed> Change<N> claim(EntityTable<N> claims, String subject, Record input);

    /**
     * Removes a record with its parts and claims, if no other record refers to it.
     *
     * @param reference the name or global ID of the record
     * @param expectedVersion the version that the client has seen
     */
    <N extends Keyed> Removal remove(EntityTable<N> table, String reference, int expectedVersion);
}
