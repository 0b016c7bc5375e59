package dev.rangefinder.store;

import dev.rangefinder.transaction.Projection;
import dev.rangefinder.transaction.ReadContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns that statements select from a table: all, or those of the projection of an operation, with its companions.
 *
 * @param <T> the entity
 */
final class Selections<T> {

    /** How many selections are cached. Clients could cause any number, because companions have selections of their own. */
    private static final int MAX_CACHED = 1000;

    private final EntityColumns<T> entity;
    private final String alias;
    private final Rows<T> all;
    private final Map<Map.Entry<Projection, String>, Rows<T>> cached = new ConcurrentHashMap<>();

    Selections(EntityColumns<T> entity, String alias) {
        this.entity = entity;
        this.alias = alias;
        this.all = new Rows<>(entity.constructor(), entity.all(), alias, List.of());
    }

    /**
     * Returns the rows with the columns that the operation needs: see {@link ReadContext#projection}.
     *
     * @param always a property that is read even if the operation does not need it
     */
    Rows<T> rows(String always) {
        Projection projection = projection();
        if (projection == null) {
            return all;
        }
        if (cached.size() >= MAX_CACHED) {
            cached.clear();
        }
        return cached.computeIfAbsent(Map.entry(projection, always), key -> only(entity, alias, projection, always));
    }

    /** The projection of these rows; null for all properties. */
    @Nullable Projection projection() {
        Projection projection = ReadContext.current().projection();
        return projection == null || projection.entity() != entity.type() ? null : projection;
    }

    private static <T> Rows<T> only(EntityColumns<T> entity, String alias, Projection projection, String always) {
        List<Column> read = entity.all().stream()
                .filter(column -> projection.properties().contains(column.property())
                        || column.property().equals(always)
                        || column.property().equals(EntityColumns.KEY))
                .toList();
        List<Rows.Joined> joined = new ArrayList<>();
        for (Projection.Companion companion : projection.companions()) {
            String key = alias + '.' + entity.column(companion.foreignKey()).name();
            joined.add(join(companion.row(), key, alias + '_' + joined.size()));
        }
        return new Rows<>(entity.constructor(), read, alias, joined);
    }

    private static Rows.Joined join(Projection companion, String foreignKey, String alias) {
        EntityColumns<?> entity = EntityColumns.of(companion.entity());
        String key = alias + '.' + entity.column(EntityColumns.KEY).name();
        return new Rows.Joined(
                companion,
                only(entity, alias, companion, EntityColumns.KEY),
                " left join " + entity.table() + ' ' + alias + " on " + key + " = " + foreignKey);
    }
}
