package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.Table.Link;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the rows of the catalogue that staged records of a table are stored in, by their natural keys. */
final class Matching {

    /** The rows of the catalogue that staged records are stored in. New ones have the keys that they will get. */
    static final String TARGETS = """
        create temporary table staged_target (part bigint primary key, id bigint not null, is_new boolean not null)
        on commit drop
        """;

    private static final String FIND = """
        insert into staged_target (part, id, is_new)
        with wanted as (
            select w.*, row_number() over (partition by owner_id, identity order by part) as nth
            from (select s.part, %2$s as owner_id, array[%3$s]::text[] as identity, %4$s as first
                  from staged s %5$s where %6$s) w),
        present as (
            select r.id, %7$s as owner_id, array[%8$s]::text[] as identity,
                row_number() over (partition by %7$s, array[%8$s]::text[] order by r.id) as nth
            from %1$s r where %9$s)
        select w.part, coalesce(p.id, nextval((select pg_get_serial_sequence('%1$s', 'id')::regclass))), p.id is null
        from wanted w left join present p on p.owner_id = w.owner_id and p.identity = w.identity and p.nth = w.nth
        order by w.part
        """;

    private final StoredTable stored;
    private final ColumnTypes types;
    private final List<Column> columns;

    Matching(StoredTable stored, ColumnTypes types) {
        this.stored = stored;
        this.types = types;
        this.columns = Column.of(stored.shape());
    }

    private String name() {
        return stored.name();
    }

    /** Finds the rows of staged records. Records that nothing distinguishes are matched in their order. */
    String find() {
        StoredTable owner = stored.owner();
        String foreignKey = owner == null ? "0" : "r." + Table.foreignKey(owner.table());
        Column first = column(stored.table().identity().get(0));
        String candidates = owner == null
                ? "r." + first.name() + " in (select w.first from wanted w)"
                : foreignKey + " in (select o.id from staged_target o where not o.is_new)";
        return FIND.formatted(
                name(),
                owner == null ? "0" : "o.id",
                identity(this::wanted),
                first.value(),
                owner == null ? "" : "join staged_target o on o.part = s.parent",
                stored.staged(),
                foreignKey,
                identity(this::present),
                candidates);
    }

    private Column column(String key) {
        return columns.stream()
                .filter(column -> column.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private String identity(Function<String, String> value) {
        Table table = stored.table();
        String all = table.identity().stream().map(value).collect(Collectors.joining(", "));
        if (table.otherIdentity().isEmpty()) {
            return all;
        }
        String others = table.otherIdentity().stream()
                .map(key -> "case when " + value.apply(table.identity().get(0)) + " is null then " + value.apply(key)
                        + " end")
                .collect(Collectors.joining(", "));
        return all + ", " + others;
    }

    private String wanted(String key) {
        if (stored.table().links().containsKey(key)) {
            return "(select string_agg(i, ' ' order by i collate \"C\") from jsonb_array_elements_text(content -> '"
                    + key + "') i)";
        }
        return types.newValue(name(), column(key)) + "::text";
    }

    private String present(String key) {
        Link link = stored.table().links().get(key);
        if (link == null) {
            return "r." + column(key).name() + "::text";
        }
        StoredTable referred = StoredTable.named(referenceKind(key));
        String column = referred.table().column(referred.nameKey().orElseThrow());
        return "(select string_agg(n.%1$s::text, ' ' order by n.%1$s::text collate \"C\") from %2$s l join %3$s n on n.id = l.%4$s where l.%5$s = r.id)"
                .formatted(column, link.table(), referred.name(), link.to(), link.from());
    }

    private String referenceKind(String key) {
        return StoredTable.reference(key, stored.shape().types().get(key))
                .findFirst()
                .orElseThrow()
                .reference()
                .kind();
    }
}
