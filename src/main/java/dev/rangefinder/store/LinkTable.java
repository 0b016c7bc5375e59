package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;

/**
 * A table without an entity, which ties the rows of two others to each other. Its columns are called after these.
 *
 * @param name the name of the table
 * @param <L> the entity on one side
 * @param <R> the entity on the other side
 */
public record LinkTable<L extends Keyed, R extends Keyed>(String name, EntityTable<L> left, EntityTable<R> right) {

    /** From the left side to the right one. */
    public Relation<L, R, Connection<R>> toRight() {
        return lead(left, right);
    }

    /** From the right side to the left one. */
    public Relation<R, L, Connection<L>> toLeft() {
        return lead(right, left);
    }

    private <P extends Keyed, N extends Keyed> Relation<P, N, Connection<N>> lead(
            EntityTable<P> from, EntityTable<N> to) {
        return new Relation<>(to, new Relation.Link(name, column(to)), column(from), EdgeType.plain());
    }

    private String column(EntityTable<?> side) {
        return name + '.' + side.table().name() + "_id";
    }
}
