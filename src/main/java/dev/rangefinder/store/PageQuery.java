package dev.rangefinder.store;

import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.ConnectionLoader;
import dev.rangefinder.relay.Count;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.store.RowOrder.Bounds;
import dev.rangefinder.transaction.Projection;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the same page of one relation for all parents of a level by one statement, and by one more each of their counts and of
 * what lies beyond the page. Pagination is by keyset, never by OFFSET, so that no row is repeated or missed when others are
 * inserted or removed between two pages.
 */
final class PageQuery<N extends Keyed, C extends Connection<N>> implements ConnectionLoader<N>, FacetLoader {

    /** The first column of an edge, after the number of the parent. */
    private static final int EDGE = 2;

    private final Relation<?, N, C> relation;
    private final List<Long> parents;
    private final PageRequest<?, ?> page;
    private final PageStatements statements;
    private final Cursors cursors;
    private final ConnectionCounts counts;
    private final ConnectionFacets facets;
    private final PageEnds ends;

    /** Creates the query for parents, by their distinct keys. */
    PageQuery(Relation<?, N, C> relation, List<Long> parents, PageRequest<? extends Criteria<N>, ?> page) {
        this.relation = relation;
        this.parents = relation.parent() == null ? Collections.singletonList(0L) : parents;
        this.page = page;
        this.statements = new PageStatements(relation, page);
        this.cursors = new Cursors(relation.table(), statements.order(), statements.identity(), this.parents, page);
        long[] keys = keys(IntStream.range(0, this.parents.size()));
        this.counts = new ConnectionCounts(statements, keys);
        this.facets = statements.facets(keys);
        this.ends = new PageEnds(statements, cursors, this::keyOf);
    }

    @Override
    public String cursor(int parent, N node) {
        return cursors.of(parent, node);
    }

    @Override
    public boolean forward() {
        return page.forward();
    }

    /** The page of each parent. */
    List<C> pages() {
        List<@Nullable InputException> failures =
                IntStream.range(0, parents.size()).mapToObj(cursors::failure).toList();
        int[] valid = IntStream.range(0, parents.size())
                .filter(parent -> failures.get(parent) == null)
                .toArray();
        List<List<Edge<N>>> edges = read(valid);
        return IntStream.range(0, parents.size())
                .mapToObj(parent -> pageOf(parent, edges.get(parent), failures.get(parent)))
                .toList();
    }

    private C pageOf(int parent, List<Edge<N>> edges, @Nullable InputException failure) {
        C connection = relation.edges().connection().get();
        if (failure != null) {
            connection.fail(failure);
            return connection;
        }
        boolean more = edges.size() > page.size();
        List<Edge<N>> visible = more ? edges.subList(0, page.size()) : edges;
        if (!page.forward()) {
            Collections.reverse(visible);
        }
        connection.place(visible, more, this, parent);
        return connection;
    }

    private List<List<Edge<N>>> read(int[] valid) {
        List<List<Edge<N>>> edges = new ArrayList<>();
        parents.forEach(parent -> edges.add(new ArrayList<>()));
        if (valid.length == 0 || ReadContext.current().projection() == Projection.NOTHING) {
            return edges;
        }
        Rows<N> rows = relation.table().rows(statements.order().ordering().property());
        Bounds bounds = new Bounds(cursors.after(valid[0]), cursors.before(valid[0]));
        Sql sql = valid.length == 1
                ? statements.ofOne(rows, keyOf(valid[0]), bounds)
                : statements.ofMany(rows, keys(IntStream.of(valid)), bounds);
        long work = statements.work().ofPages(valid.length, page.size() + 1);
        Rows<N>.Reader reader =
                rows.reader(ReadContext.current(), EDGE + relation.edges().width());
        ReadContext.current().read(sql, work, row -> {
            int parent = valid[row.getInt(1) - 1];
            Edge<N> edge = relation.edges().edge().read(row, EDGE);
            edge.place(reader.read(row), this, parent);
            edges.get(parent).add(edge);
        });
        return edges;
    }

    private long[] keys(IntStream positions) {
        return positions.mapToLong(parents::get).toArray();
    }

    private @Nullable Long keyOf(int parent) {
        return relation.parent() == null ? null : parents.get(parent);
    }

    @Override
    public int totalCount(int parent) {
        return counts.total(parent);
    }

    @Override
    public Count count(int parent) {
        return counts.upToLimit(parent);
    }

    @Override
    public List<FacetValues> facets(FacetRequest request, int parent) {
        return facets.of(request, parent);
    }

    @Override
    public boolean hasBeyond(boolean next, int parent) {
        return ends.hasBeyond(next, parent);
    }
}
