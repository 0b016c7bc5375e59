package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.StoredTable.ReferenceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the records that others refer to by name: those of the file, and those of the catalogue. */
final class Names {

    /** The names that are known, and the primary keys that they stand for. */
    static final String TABLE = """
        create temporary table staged_name (
            kind text collate "C", name text collate "C", id bigint not null, primary key (kind, name)) on commit drop
        """;

    private static final String OF_FILE = """
        insert into staged_name (kind, name, id)
        select '%s', %s, t.id from staged s join staged_target t using (part) where %s and content ? '%s'%s on conflict do nothing
        """;

    private static final String OF_CATALOGUE = """
        insert into staged_name (kind, name, id)
        select distinct '%s', %s, r.id from staged s %s where %s and content ? '%s' on conflict do nothing
        """;

    private static final String UNKNOWN = """
        insert into staged (record, part, parent, owner, shape, path, line, source)
        select s.record, s.part, 0, '', 'mistake', s.path || %s, coalesce((%s)::integer, s.line),
            json_build_object('code', 'UNKNOWN_NAME', 'message', case when length(u.name) > 80 then left(u.name, 80) || '…'
                else u.name end || %s)::text
        from staged s %s
        where %s and content ? '%s'
            and not exists (select from staged_name n where n.kind = '%s' and n.name = %s)
        """;

    private Names() {}

    /** Adds the names of the records in the file. */
    static List<String> ofFile(StoredTable table) {
        List<String> statements = new ArrayList<>();
        table.nameKey().ifPresent(key -> {
            statements.add(OF_FILE.formatted(table.name(), Column.text(key), table.staged(), key, ""));
            if (table.name().equals("device")) {
                statements.add(OF_FILE.formatted(
                        "series", Column.text(key), table.staged(), key, " and content ->> 'kind' = 'SERIES'"));
            }
        });
        return statements;
    }

    /** Adds the names of the variants in the file, which are unique only in their devices. */
    static String variantsOfFile() {
        return """
            insert into staged_name (kind, name, id)
            select 'variant', (d.content ->> 'slug') || '/' || (s.content ->> 'code'), t.id
            from staged s join staged d on d.part = s.parent join staged_target t on t.part = s.part
            where s.shape = 'variant' and s.content ? 'code' on conflict do nothing
            """;
    }

    /** Adds the names that records of a table refer to, if the catalogue has them. */
    static Stream<String> ofCatalogue(StoredTable table, boolean scoped) {
        return table.references().stream()
                .filter(key -> scoped == (key.reference().scope() != null))
                .map(key -> OF_CATALOGUE.formatted(
                        key.reference().kind(), name(key), key.items() + join(key), table.staged(), key.key()));
    }

    private static String name(ReferenceKey key) {
        return key.isList() ? "i.value" : Column.name(key.key(), key.reference());
    }

    /** The records of the catalogue that a name can stand for. */
    private static String join(ReferenceKey key) {
        String name = name(key);
        return switch (key.reference().kind()) {
            case "series" -> " join device r on r.slug = " + name + " and r.kind = 'SERIES'";
            case "variant" ->
                " join device d on d.slug = content ->> 'device'"
                        + " join variant r on r.device_id = d.id and r.code = content ->> '" + key.key() + '\'';
            default -> {
                StoredTable referred = StoredTable.named(key.reference().kind());
                String column = referred.table().column(referred.nameKey().orElseThrow());
                yield " join " + referred.name() + " r on r." + column + " = " + name;
            }
        };
    }

    /** Reports names that are unknown. */
    static Stream<String> unknown(StoredTable table, boolean scoped) {
        return table.references().stream()
                .filter(key -> scoped == (key.reference().scope() != null))
                .map(key -> unknown(table, key));
    }

    private static String unknown(StoredTable table, ReferenceKey key) {
        String scope = key.reference().scope();
        String kind = " is not a " + key.reference().kind()
                + (scope == null ? "" : " of ' || (" + Column.text(scope) + ") || '")
                + " in this file or the catalogue";
        return UNKNOWN.formatted(
                key.path(),
                key.line(),
                "'" + kind + "'",
                key.items() + " cross join lateral (select " + key.text() + " as name) u",
                table.staged(),
                key.key(),
                key.reference().kind(),
                name(key));
    }
}
