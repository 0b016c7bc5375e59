package dev.rangefinder.store;

import dev.rangefinder.error.InputException;
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
import org.jspecify.annotations.Nullable;

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

    /**
     * The requested facets of a parent.
     *
     * @throws InputException with code {@code INVALID_CURSOR} for a cursor of another facet or connection
     */
    List<FacetValues> of(FacetRequest request, int parent) {
        if (request.after() == null) {
            return results.computeIfAbsent(request, first -> read(first, null, parents))
                    .get(parent);
        }
        long key = parents[parent];
        Sql after = cursors(request, request.by().get(0), key).after(request.after());
        return read(request, after, new long[] {key}).get(0); // a cursor is valid for only one parent
    }

    private FacetCursors cursors(FacetRequest request, Facet facet, long key) {
        return FacetCursors.of(facet, matching.relation(), conditionOf(request, facet), key);
    }

    private Condition conditionOf(FacetRequest request, Facet facet) {
        return request.excludingOwn() ? withoutFacet.apply(facet.source()) : filter;
    }

    private List<List<FacetValues>> read(FacetRequest request, @Nullable Sql after, long[] keys) {
        List<FacetRows> rows = List.copyOf(rows(request).values());
        int limit = ReadContext.current().countLimit();
        Sql sql = new FacetStatement(matching, rows, request, after, limit).of(keys);
        return ReadContext.current().once(sql, () -> read(sql, request, keys, work(rows, keys.length, limit)));
    }

    /** The rows to count, by the condition that they match: facets with the same condition count the same rows. */
    private Map<String, FacetRows> rows(FacetRequest request) {
        Map<String, FacetRows> rows = new LinkedHashMap<>();
        for (int i = 0; i < request.by().size(); i++) {
            Facet facet = request.by().get(i);
            Condition condition = conditionOf(request, facet);
            rows.computeIfAbsent(
                            condition.sql(SemiJoin.Strategy.FREE).toString(),
                            text -> new FacetRows(rows.size(), condition))
                    .facets()
                    .put(i, facet);
        }
        return rows;
    }

    private long work(List<FacetRows> rows, int number, int limit) {
        return rows.stream()
                .mapToLong(one ->
                        new StatementCost(matching.relation(), one.condition(), false).ofFacets(number, limit, one))
                .sum();
    }

    private List<List<FacetValues>> read(Sql sql, FacetRequest request, long[] keys, long work) {
        List<List<List<FacetValue>>> found = IntStream.range(0, keys.length)
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
        return IntStream.range(0, keys.length)
                .mapToObj(parent -> facets(request, keys[parent], found.get(parent)))
                .toList();
    }

    private static FacetValue valueOf(Facet facet, ResultSet row) throws SQLException {
        Count count = Count.of(row.getInt(6), !row.getBoolean(7));
        Long key = row.getObject(5, Long.class);
        return new FacetValue(facet, row.getInt(3), row.getString(4), key, count, row.getString(8), row.getString(9));
    }

    private List<FacetValues> facets(FacetRequest request, long key, List<List<FacetValue>> read) {
        return IntStream.range(0, read.size())
                .mapToObj(facet -> facet(request, request.by().get(facet), key, read.get(facet)))
                .toList();
    }

    /** Cursors are made only if a client selects them. */
    private FacetValues facet(FacetRequest request, Facet facet, long key, List<FacetValue> read) {
        return FacetValues.of(
                facet,
                read,
                request.first(),
                value -> cursors(request, facet, key).of(value));
    }
}
