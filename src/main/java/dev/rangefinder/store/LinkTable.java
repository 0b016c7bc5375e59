package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;

/**
 * A join table without an entity of its own.
 *
 * @param name the name of the table
 * @param leftKey the column with the key of the left side
 * @param rightKey the column with the key of the right side
 * @param <L> the entity on one side
 * @param <R> the entity on the other side
 */
public record LinkTable<L extends Keyed, R extends Keyed>(
        String name, EntityTable<L> left, String leftKey, EntityTable<R> right, String rightKey) {

    /** Declares a join table whose columns are named after the two tables that it links. */
    public LinkTable(String name, EntityTable<L> left, EntityTable<R> right) {
        this(name, left, left.table().name() + "_id", right, right.table().name() + "_id");
    }

    /** The relation from the left side to the right side. */
    public Relation<L, R, Connection<R>> toRight() {
        return relation(leftKey, right, rightKey);
    }

    /** The relation from the right side to the left side. */
    public Relation<R, L, Connection<L>> toLeft() {
        return relation(rightKey, left, leftKey);
    }

    private <P extends Keyed, N extends Keyed> Relation<P, N, Connection<N>> relation(
            String from, EntityTable<N> to, String key) {
        return new Relation<>(
                to, new Link(new TableColumn(name, key), null, null), new TableColumn(name, from), EdgeType.plain());
    }
}
