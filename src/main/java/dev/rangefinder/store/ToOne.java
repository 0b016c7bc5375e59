package dev.rangefinder.store;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A to-one relation by a foreign key, which declares both directions.
 *
 * @param rows the table with the foreign key
 * @param foreignKey the property with the foreign key
 * @param parents the referenced table
 * @param <C> the entity with the foreign key
 * @param <P> the referenced entity
 */
public record ToOne<C extends Keyed, P extends Keyed>(EntityTable<C> rows, String foreignKey, EntityTable<P> parents) {

    /** Reads the row that each of these references; null where it references none. */
    public List<@Nullable P> of(List<C> children) {
        return parents.named(children.stream()
                .map(child -> (Long) rows.valueOf(child, foreignKey))
                .toList());
    }

    /** Returns the to-many relation in the other direction. */
    public Relation<P, C, Connection<C>> inverse() {
        return rows.by(foreignKey);
    }

    TableColumn column() {
        return rows.table().column(foreignKey);
    }
}
