package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds mistakes between records, and between them and the catalogue. Each statement adds the mistakes that it finds. */
final class Checks {

    private static final String DUPLICATES = """
        insert into staged (record, part, parent, owner, shape, path, line, source)
        select d.record, d.part, 0, '', 'mistake', d.path, d.line, json_build_object('code', 'DUPLICATE', 'message',
            'has the same ' || d.same || ' as ' || d.first_path || ' (line ' || d.first_line || ')')::text
        from (select s.record, s.part, s.path, s.line, concat_ws(' and ', %1$s) as same,
                  first_value(s.path) over w as first_path, first_value(s.line) over w as first_line,
                  row_number() over w as place
              from staged s where %2$s window w as (partition by %3$s order by s.part)) d
        where d.place > 1
        """;

    private static final String ALIASES = """
        insert into staged (record, part, parent, owner, shape, path, line, source)
        with alias_of_file as (
            select s.*, s.content ->> 'text' as text, o.content ->> 'slug' as slug
            from staged s join staged o on o.part = s.parent
            where s.shape = 'alias' and s.owner = 'brand' and s.content ? 'text'),
        taken (name, slug, place) as (
            select s.content ->> 'name', s.content ->> 'slug', 0 from staged s where s.shape = 'brand'
            union all select text, slug, part from alias_of_file
            union all select b.name, b.slug, 0 from brand b
            where not exists (select from staged_name n where n.id = b.id and n.kind = 'brand')
            union all select a.text, b.slug, 0 from alias a join brand b on b.id = a.brand_id)
        select distinct on (a.part) a.record, a.part, 0, '', 'mistake', a.path || '.text',
            coalesce((a.lines ->> 'text')::integer, a.line), json_build_object('code', 'ALIAS_OF_ANOTHER_BRAND', 'message',
                a.text || ' is a name of ' || t.slug || ' as well')::text
        from alias_of_file a join taken t on lower(t.name) = lower(a.text) and t.slug <> a.slug and t.place < a.part
        order by a.part, t.place
        """;

    private Checks() {}

    /** Records that have the same identity. */
    static List<String> duplicates() {
        List<String> statements = new ArrayList<>();
        for (StoredTable table : StoredTable.ALL) {
            if (table.owner() == null) {
                table.items().identities().forEach(identity -> statements.add(duplicates(table, identity.keys())));
            }
        }
        return statements;
    }

    /** A record that lacks a key which it needs is compared with no other. */
    private static String duplicates(StoredTable table, List<String> keys) {
        String names = keys.stream()
                .map(key -> "case when content ? '" + key + "' then '" + key + "' end")
                .collect(Collectors.joining(", "));
        String complete = keys.stream()
                .filter(table.shape()::requires)
                .map(key -> " and content ? '" + key + '\'')
                .collect(Collectors.joining());
        String values = keys.stream().map(Column::text).collect(Collectors.joining(", "));
        return DUPLICATES.formatted(names, table.staged() + complete, values);
    }

    /** Aliases of brands that are names of others, in upper or lower case. */
    static String aliases() {
        return ALIASES;
    }
}
