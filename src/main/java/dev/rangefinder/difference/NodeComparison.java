package dev.rangefinder.difference;

import dev.rangefinder.node.GlobalId;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares objects of a type at two revisions, by one statement. */
final class NodeComparison {

    private static final String STATEMENT =
            "select key, before, after, changed from compared_nodes(?, ?, ?, ?) where known";

    private NodeComparison() {}

    /** The difference of each object; empty for one that has never existed. */
    static List<Optional<Difference>> of(Period period, String type, List<Long> keys) {
        long[] distinct = keys.stream().mapToLong(Long::longValue).distinct().toArray();
        Sql sql = Sql.of(
                STATEMENT, type, distinct, period.from().revision(), period.to().revision());
        Map<Long, Difference> found = new HashMap<>();
        ReadContext.current().read(sql, DifferenceList.ofClaims(distinct.length), row -> {
            GlobalId id = new GlobalId(type, row.getLong(1));
            Difference difference =
                    new Difference(period, id, row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), 0);
            found.put(id.key(), difference);
        });
        return keys.stream().map(key -> Optional.ofNullable(found.get(key))).toList();
    }
}
