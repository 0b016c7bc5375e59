package dev.rangefinder.difference;

import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.Sql;
import java.util.List;

/** The statement for the same page of a list of each of several differences. */
final class DifferenceQuery {

    /** How many items each list has, how many of them precede and follow the page for certain, and the items of the page. */
    private static final String STATEMENT = """
        with item as materialized (
            select d.n, i.* from %1$s cross join lateral %2$s(%3$s) i),
        total as (
            select i.n, count(*) as items, count(*) filter (where (i.place, i.node_key) <= (?::int, ?::bigint)) as preceding,
                count(*) filter (where (i.place, i.node_key) >= (?::int, ?::bigint)) as following
            from item i group by i.n)
        select t.*, i.place, i.node, i.node_key, i.was_there, i.is_there
        from total t left join lateral (
            select * from item i
            where i.n = t.n and (i.place, i.node_key) > (?::int, ?::bigint) and (i.place, i.node_key) < (?::int, ?::bigint)
            order by i.place %4$s, i.node_key %4$s limit ?) i on true
        order by t.n, i.place %4$s, i.node_key %4$s\
        """;

    private DifferenceQuery() {}

    static Sql of(
            DifferenceList list,
            List<Difference> parents,
            PageRequest<?, ?> page,
            DifferencePosition after,
            DifferencePosition before) {
        List<Object> parameters = new DifferenceColumns(parents).parameters();
        for (DifferencePosition position : List.of(after, before, after, before)) {
            parameters.add(position.place());
            parameters.add(position.key());
        }
        parameters.add(page.size() + 1);
        String sql = STATEMENT.formatted(
                DifferenceColumns.FROM, list.function, DifferenceColumns.ARGUMENTS, page.forward() ? "" : "desc");
        return Sql.of(sql, parameters.toArray());
    }
}
