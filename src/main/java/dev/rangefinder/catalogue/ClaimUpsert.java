package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Stores claims. A claim that the catalogue has is found by its subject and by what it says; the others are added.
 * One that states several values is one claim for each: the database has their texts.
 */
final class ClaimUpsert {

    private static final String CREATE = """
        create temporary table staged_claim on commit drop as
        select id, true as is_new, id as part, ''::text as subject, id as subject_id, agrees, %1$s from claim with no data;
        alter table staged_claim alter is_new set default true
        """;

    /** The key of a new claim. The sequence is looked up once for a statement. */
    private static final String NEXT_KEY = "nextval((select pg_get_serial_sequence('claim', 'id')::regclass))";

    private static final String SINGLE = """
        insert into staged_claim (id, part, subject, subject_id, agrees, %1$s)
        select %3$s, s.part, s.owner, t.id,
            nullif(o.stored -> (content ->> 'property') ? (content ->> 'value'), false), %2$s
        from staged s join staged_target t on t.part = s.parent
        join (select part, coalesce(defaults, '{}') || content as stored from staged) o on o.part = s.parent
        where s.shape = 'claim' and not content ? 'states' order by s.part
        """;

    /** A new record has all values; what a record of the catalogue has besides those of the file is not stated by it. */
    private static final String STATED = """
        insert into staged_claim (id, part, subject, subject_id, agrees, %1$s)
        select %4$s, s.part, s.owner, t.id, true, %2$s
        from staged s join staged_target t on t.part = s.parent
        join (select part, content as stored from staged) o on o.part = s.parent
        join %3$s_value v on v.id = t.id and (content -> 'states' ? v.property
            or content ->> 'states' = 'all' and (t.is_new or o.stored ? v.property))
        where s.shape = 'claim' and s.owner = '%3$s' and content ? 'states' order by s.part, v.property, v.value
        """;

    private static final String FIND = """
        update staged_claim c set id = p.id, is_new = false
        from (select w.*, row_number() over (partition by w.subject_id, %2$s order by w.id) as nth
              from staged_claim w where w.subject = '%1$s') w
        join (select r.*, row_number() over (partition by r.%1$s_id, %3$s order by r.id) as nth from claim r
              where r.%1$s_id in (select t.id from staged_target t join staged s on s.part = t.part
                                  where s.shape = '%1$s' and not t.is_new)) p
            on p.%1$s_id = w.subject_id and p.nth = w.nth and row(%4$s) is not distinct from row(%2$s)
        where c.id = w.id
        """;

    private static final String DIFFERENT = """
        select from staged_claim n join claim r on r.id = n.id where not n.is_new and row(%1$s) is distinct from row(%2$s)\
        """;

    private static final String UPDATE = """
        update claim r set %1$s from staged_claim n
        where not n.is_new and n.id = r.id and row(%2$s) is distinct from row(%3$s)
        """;

    /**
     * Whether a new claim agrees with its record is derived when the evidence is weighed. A claim that states a value of the same
     * record is inserted as it will be then, because a second version of it would have to be added to all indexes.
     */
    private static final String INSERT = """
        insert into claim (id, agrees, supports, %1$s, %2$s) overriding system value
        select n.id, n.agrees, coalesce(n.agrees, true) = (n.likelihood <> 'DENIED'), %3$s, %4$s from staged_claim n where n.is_new order by n.id
        """;

    private static final String CLAIM = "claim";

    /** The tables that claims can be about. */
    private static final List<String> SUBJECTS =
            StoredTable.ALL.stream().map(StoredTable::name).distinct().toList();

    private final Shape shape = StoredTable.EVIDENCE.get(0).shape();
    private final List<Column> columns = Column.of(shape);
    private final ColumnTypes types;

    ClaimUpsert(ColumnTypes types) {
        this.types = types;
    }

    /** The statements, in their order. The changed tables have rows that were in the catalogue before. */
    List<String> statements(Set<String> changed) {
        List<String> statements = new ArrayList<>();
        statements.add(CREATE.formatted(list(Column::name)));
        statements.add(SINGLE.formatted(list(Column::name), list(this::staged), NEXT_KEY));
        SUBJECTS.forEach(
                subject -> statements.add(STATED.formatted(list(Column::name), list(this::stated), subject, NEXT_KEY)));
        statements.add("analyze staged_claim");
        changed.forEach(
                subject -> statements.add(FIND.formatted(subject, identity("w."), identity("r."), identity("p."))));
        return statements;
    }

    /** The statements that change the catalogue. */
    List<Change> changes() {
        String subjects = SUBJECTS.stream()
                .map(subject -> "case n.subject when '" + subject + "' then n.subject_id end")
                .collect(Collectors.joining(", "));
        String keys = SUBJECTS.stream().map(subject -> subject + "_id").collect(Collectors.joining(", "));
        String before = list(column -> "r." + column.name());
        String after = list(ClaimUpsert::merged);
        String set = list(column -> column.name() + " = " + merged(column));
        String values = list(column -> types.orDefault(CLAIM, column, "n." + column.name()));
        return List.of(
                new Change(DIFFERENT.formatted(before, after), UPDATE.formatted(set, before, after)),
                new Change(
                        "select from staged_claim where is_new",
                        INSERT.formatted(list(Column::name), keys, values, subjects)));
    }

    /** A claim of the catalogue keeps what the file says nothing about. */
    private static String merged(Column column) {
        return "coalesce(n." + column.name() + ", r." + column.name() + ")";
    }

    private String staged(Column column) {
        boolean isIdentity = shape.table().identity().contains(column.key());
        return isIdentity ? types.newValue(CLAIM, column) : types.value(CLAIM, column);
    }

    private String stated(Column column) {
        boolean isOfValue = column.key().equals("property") || column.key().equals("value");
        return isOfValue ? "v." + column.name() : staged(column);
    }

    private String identity(String prefix) {
        return columns.stream()
                .filter(column -> shape.table().identity().contains(column.key()))
                .map(column -> prefix + column.name())
                .collect(Collectors.joining(", "));
    }

    private String list(Function<Column, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(", "));
    }
}
