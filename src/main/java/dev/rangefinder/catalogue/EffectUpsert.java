package dev.rangefinder.catalogue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Stores the effects of claims, after the claims. */
final class EffectUpsert {

    private static final String STAGED = """
        select c.id as claim_id, %1$s from staged s join staged_claim c on c.part = s.parent
        where s.shape = 'effect' order by s.part\
        """;

    private static final String DIFFERENT = """
        select from (%1$s) n left join effect r on r.claim_id = n.claim_id
            and coalesce(r.brand_id, 0) = coalesce(n.brand_id, 0) and coalesce(r.device_id, 0) = coalesce(n.device_id, 0)
        where row(%2$s) is distinct from row(%3$s)\
        """;

    private static final String STORE = """
        insert into effect as r (claim_id, %2$s) %1$s
        on conflict (claim_id, coalesce(brand_id, 0), coalesce(device_id, 0)) do update set %3$s
        where row(%4$s) is distinct from row(%5$s)
        """;

    private EffectUpsert() {}

    /** The statement that stores them. */
    static Change of(ColumnTypes types) {
        List<Column> columns = Column.of(StoredTable.EVIDENCE.get(1).shape());
        Function<Function<Column, String>, String> all =
                text -> columns.stream().map(text).collect(Collectors.joining(", "));
        String staged =
                STAGED.formatted(all.apply(column -> types.newValue("effect", column) + " as " + column.name()));
        String before = all.apply(column -> "r." + column.name());
        return new Change(
                DIFFERENT.formatted(staged, before, all.apply(column -> "n." + column.name())),
                STORE.formatted(
                        staged,
                        all.apply(Column::name),
                        all.apply(column -> column.name() + " = excluded." + column.name()),
                        before,
                        all.apply(column -> "excluded." + column.name())));
    }
}
