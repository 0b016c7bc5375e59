package dev.rangefinder.catalogue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores the staged records of one table: it updates what differs in those that the catalogue has, and inserts the others. */
final class Upsert {

    private static final String INSERT = """
        insert into %1$s (id%2$s) overriding system value
        select t.id%3$s
        from (select part, parent, shape, owner, coalesce(defaults, '{}') || content as content from staged) s
        join staged_target t on t.part = s.part and t.is_new %4$s
        where %5$s order by s.part
        """;

    /**
     * The standing and the principal citation of a record are derived when the evidence is weighed. It is inserted with those of its
     * first claim, which are the right ones for most: a second version of it would have to be added to all indexes.
     */
    private static final String FIRST_CLAIM = """
        left join lateral (
            select coalesce(c.content ->> 'standing', 'REPORTED') as standing,
                (select n.id from staged_name n where n.kind = 'citation' and n.name = c.content ->> 'citation') as citation_id
            from staged c where c.parent = s.part and c.shape = 'claim' order by c.part limit 1) f on true\
        """;

    private static final String NEW = """
        select from staged s join staged_target t on t.part = s.part and t.is_new where %s\
        """;

    private static final String CHANGED = """
        select t.id, %2$s from staged s join staged_target t on t.part = s.part and not t.is_new
        join %1$s e on e.id = t.id where %3$s\
        """;

    private static final String DIFFERENT = """
        select from %1$s r join (%2$s) n on n.id = r.id where row(%3$s) is distinct from row(%4$s)\
        """;

    private static final String UPDATE = """
        update %1$s r set %5$s from (%2$s) n where n.id = r.id and row(%3$s) is distinct from row(%4$s)
        """;

    private final StoredTable stored;
    private final ColumnTypes types;
    private final List<Column> columns;

    Upsert(StoredTable stored, ColumnTypes types) {
        this.stored = stored;
        this.types = types;
        this.columns = Column.of(stored.shape());
    }

    private String name() {
        return stored.name();
    }

    /** Inserts new records. */
    Change insert() {
        StoredTable owner = stored.owner();
        Stream<String> names = columns.stream().map(column -> ", " + column.name());
        Stream<String> values = columns.stream().map(column -> ", " + types.newValue(name(), column));
        String foreignKey = owner == null ? "" : ", " + Table.foreignKey(owner.table());
        boolean isWeighed = stored.shape().requires(StoredTable.CLAIMS);
        String insert = INSERT.formatted(
                name(),
                names.collect(Collectors.joining()) + foreignKey + (isWeighed ? ", standing, citation_id" : ""),
                values.collect(Collectors.joining())
                        + (owner == null ? "" : ", o.id")
                        + (isWeighed ? ", coalesce(f.standing, 'REPORTED'), f.citation_id" : ""),
                (owner == null ? "" : "join staged_target o on o.part = s.parent ") + (isWeighed ? FIRST_CLAIM : ""),
                stored.staged());
        return new Change(NEW.formatted(stored.staged()), insert);
    }

    /** Updates the records that differ from those of the file in the keys that those have. */
    Change update() {
        String changed = CHANGED.formatted(
                name(),
                list(column -> "case when content ? '" + column.key() + "' then " + types.value(name(), column)
                        + " else e." + column.name() + " end as " + column.name()),
                stored.staged());
        String before = list(column -> "r." + column.name());
        String after = list(column -> "n." + column.name());
        return new Change(
                DIFFERENT.formatted(name(), changed, before, after),
                UPDATE.formatted(
                        name(), changed, before, after, list(column -> column.name() + " = n." + column.name())));
    }

    private String list(Function<Column, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }
}
