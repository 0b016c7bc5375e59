package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.StoredTable.ReferenceKey;
import dev.rangefinder.catalogue.Table.Link;
import java.util.stream.Stream;

/** Stores the lists of references that have tables of their own. A list replaces the one that the catalogue has. */
final class LinkUpsert {

    private static final String WANTED = """
        select t.id as from_id, n.id as to_id
        from staged s join staged_target t on t.part = s.part
        cross join lateral jsonb_array_elements_text(content -> '%1$s') i
        join staged_name n on n.kind = '%2$s' and n.name = i
        where %3$s and content ? '%1$s'\
        """;

    private static final String MISSING = """
        select from (%4$s) w where not exists (select from %1$s l where l.%2$s = w.from_id and l.%3$s = w.to_id)\
        """;

    private static final String DELETE = """
        delete from %1$s l using staged s join staged_target t on t.part = s.part and not t.is_new
        where l.%2$s = t.id and %3$s and content ? '%4$s'
            and not exists (select from (%5$s) w where w.from_id = l.%2$s and w.to_id = l.%6$s)
        """;

    private static final String INSERT = "insert into %1$s (%2$s, %3$s) %4$s on conflict do nothing";

    private LinkUpsert() {}

    /** The statements for the lists of a table. */
    static Stream<Change> of(StoredTable stored) {
        return stored.references().stream().filter(ReferenceKey::isList).flatMap(key -> of(stored, key));
    }

    private static Stream<Change> of(StoredTable stored, ReferenceKey key) {
        Link link = stored.table().links().get(key.key());
        String wanted = WANTED.formatted(key.key(), key.reference().kind(), stored.staged());
        String delete = DELETE.formatted(link.table(), link.from(), stored.staged(), key.key(), wanted, link.to());
        return Stream.of(
                new Change(delete.replace("delete from", "select from").replace(" l using ", " l, "), delete),
                new Change(
                        MISSING.formatted(link.table(), link.from(), link.to(), wanted),
                        INSERT.formatted(link.table(), link.from(), link.to(), wanted)));
    }
}
