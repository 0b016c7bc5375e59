package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relation by a foreign key, and the declaration of both of its directions.
 *
 * @param rows the rows that have the foreign key
 * @param foreignKey the property with the foreign key
 * @param parents the rows that it names
 * @param <C> the entity with the foreign key
 * @param <P> the entity that it names
 */
public record ToOne<C extends Keyed, P extends Keyed>(EntityTable<C> rows, String foreignKey, EntityTable<P> parents) {

    /** The row that each of these names; null where it names none. */
    public List<@Nullable P> of(List<C> children) {
        return parents.named(children.stream()
                .map(child -> (Long) rows.valueOf(child, foreignKey))
                .toList());
    }

    /** The other direction. */
    public Relation<P, C, Connection<C>> inverse() {
        return rows.by(foreignKey);
    }

    String column() {
        return rows.table().column(foreignKey);
    }
}
