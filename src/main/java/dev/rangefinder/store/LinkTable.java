package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;

/**
 * A join table without an entity of its own. Its columns are named after the two tables that it links.
 *
 * @param name the name of the table
 * @param <L> the entity on one side
 * @param <R> the entity on the other side
 */
public record LinkTable<L extends Keyed, R extends Keyed>(String name, EntityTable<L> left, EntityTable<R> right) {

    /** The relation from the left side to the right side. */
    public Relation<L, R, Connection<R>> toRight() {
        return relation(left, right);
    }

    /** The relation from the right side to the left side. */
    public Relation<R, L, Connection<L>> toLeft() {
        return relation(right, left);
    }

    private <P extends Keyed, N extends Keyed> Relation<P, N, Connection<N>> relation(
            EntityTable<P> from, EntityTable<N> to) {
        return new Relation<>(to, new Relation.Link(name, column(to)), column(from), EdgeType.plain());
    }

    private String column(EntityTable<?> side) {
        return name + '.' + side.table().name() + "_id";
    }
}
