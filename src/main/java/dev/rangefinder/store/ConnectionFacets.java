package dev.rangefinder.store;

import dev.rangefinder.relay.Count;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reads the facets of the connections of all parents of a level: one statement for all facets of a request. */
final class ConnectionFacets {

    /** Approximate memory of a value. */
    private static final long BYTES = 400;

    private final MatchingRows matching;
    private final Condition filter;
    private final Function<FacetSource, Condition> withoutFacet;
    private final long[] parents;

    /** All parents of a level ask with the same request, which is not compared for each of them. */
    private final Map<FacetRequest, List<List<FacetValues>>> results = new IdentityHashMap<>();

    /**
     * Creates the facets.
     *
     * @param filter the filter of the connections
     * @param withoutFacet the same filter without the conditions of a facet itself
     */
    ConnectionFacets(
            MatchingRows matching, Condition filter, Function<FacetSource, Condition> withoutFacet, long[] parents) {
        this.matching = matching;
        this.filter = filter;
        this.withoutFacet = withoutFacet;
        this.parents = parents;
    }

    List<FacetValues> of(FacetRequest request, int parent) {
        return results.computeIfAbsent(request, this::read).get(parent);
    }

    private List<List<FacetValues>> read(FacetRequest request) {
        List<FacetRows> rows = List.copyOf(rows(request).values());
        int limit = ReadContext.current().countLimit();
        Sql sql = new FacetStatement(matching, rows, request, limit).of(parents);
        return ReadContext.current().once(sql, () -> read(sql, request, work(rows, limit)));
    }

    /** The rows to count, by the condition that they match: facets with the same condition count the same rows. */
    private Map<String, FacetRows> rows(FacetRequest request) {
        Map<String, FacetRows> rows = new LinkedHashMap<>();
        for (int i = 0; i < request.by().size(); i++) {
            Facet facet = request.by().get(i);
            Condition condition = request.excludingOwn() ? withoutFacet.apply(facet.source()) : filter;
            rows.computeIfAbsent(
                            condition.sql(SemiJoin.Strategy.FREE).toString(),
                            text -> new FacetRows(rows.size(), condition))
                    .facets()
                    .put(i, facet);
        }
        return rows;
    }

    private long work(List<FacetRows> rows, int limit) {
        return rows.stream()
                .mapToLong(one -> new StatementCost(matching.relation(), one.condition(), false)
                        .ofFacets(parents.length, limit, one))
                .sum();
    }

    private List<List<FacetValues>> read(Sql sql, FacetRequest request, long work) {
        List<List<List<FacetValue>>> found = IntStream.range(0, parents.length)
                .mapToObj(parent -> request.by().stream()
                        .<List<FacetValue>>map(facet -> new ArrayList<>())
                        .toList())
                .toList();
        ReadContext context = ReadContext.current();
        context.read(sql, work, row -> {
            context.use(BYTES);
            int facet = row.getInt(2);
            found.get(row.getInt(1) - 1).get(facet).add(valueOf(request.by().get(facet), row));
        });
        return found.stream().map(values -> facets(request, values)).toList();
    }

    private static FacetValue valueOf(Facet facet, ResultSet row) throws SQLException {
        Count count = Count.of(row.getInt(6), !row.getBoolean(7));
        Long key = row.getObject(5, Long.class);
        return new FacetValue(facet, row.getString(4), key, count, row.getString(8), row.getString(9));
    }

    private static List<FacetValues> facets(FacetRequest request, List<List<FacetValue>> values) {
        return IntStream.range(0, values.size())
                .mapToObj(facet -> facet(request, request.by().get(facet), values.get(facet)))
                .toList();
    }

    /** The statement has read one value more than requested, to find out whether there are more. */
    private static FacetValues facet(FacetRequest request, Facet facet, List<FacetValue> values) {
        boolean more =
                values.size() > request.first() && values.get(request.first()).value() != null;
        if (more) {
            values.remove(request.first());
        }
        return new FacetValues(facet, values, more);
    }
}
