package dev.rangefinder.graphql;

import dev.rangefinder.graphql.RowOrder.Bounds;
import dev.rangefinder.sql.Projection;
import dev.rangefinder.sql.ReadContext;
import dev.rangefinder.sql.Rows;
import dev.rangefinder.sql.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same page of one relation, for all parents of a level: reads them, and what is asked about them later, in one
 * statement each. Rows are sought by the values of a cursor and never skipped by number, so that rows that come and go
 * between two pages are neither seen twice nor missed.
 */
final class Window<N extends Keyed, C extends Connection<N>> {

    /** Where the columns of an edge start, behind the number of the parent. */
    private static final int EDGE = 2;

    /** The page of one parent, or why it has none. */
    record Outcome<C>(@Nullable C page, @Nullable InputException failure) {

        C get() {
            if (failure != null) {
                throw failure;
            }
            return page;
        }

        Object orFailure() {
            return failure != null ? failure : page;
        }
    }

    private final Relation<?, N, C> relation;
    private final List<Long> parents;
    private final PageRequest<?, ?> page;
    private final Ordering order;
    private final PageStatements statements;
    private final String identity;
    private int @Nullable [] counts;
    private @Nullable Boolean beyondBefore;
    private @Nullable Boolean beyondAfter;

    /** The window on the connections of parents, which are given by their distinct keys. */
    Window(Relation<?, N, C> relation, List<Long> parents, PageRequest<? extends Criteria<N>, ?> page) {
        this.relation = relation;
        this.parents = relation.parent() == null ? Collections.singletonList(0L) : parents;
        this.page = page;
        this.statements = new PageStatements(relation, page);
        this.order = statements.ordering();
        this.identity = statements.identity();
    }

    PageRequest<?, ?> page() {
        return page;
    }

    /** The page of each parent. */
    List<Outcome<C>> pages() {
        List<@Nullable InputException> failures = new ArrayList<>();
        List<Integer> asked = new ArrayList<>();
        for (int parent = 0; parent < parents.size(); parent++) {
            InputException failure = check(parent);
            failures.add(failure);
            if (failure == null) {
                asked.add(parent);
            }
        }
        List<List<Edge<N>>> edges = read(asked);
        List<Outcome<C>> pages = new ArrayList<>();
        for (int parent = 0; parent < parents.size(); parent++) {
            InputException failure = failures.get(parent);
            pages.add(
                    failure == null
                            ? new Outcome<>(pageOf(parent, edges.get(parent)), null)
                            : new Outcome<>(null, failure));
        }
        return pages;
    }

    private @Nullable InputException check(int parent) {
        try {
            after(parent);
            before(parent);
            return null;
        } catch (InputException e) {
            return e;
        }
    }

    private C pageOf(int parent, List<Edge<N>> edges) {
        boolean more = edges.size() > page.size();
        List<Edge<N>> kept = more ? edges.subList(0, page.size()) : edges;
        if (!page.forward()) {
            Collections.reverse(kept);
        }
        C connection = relation.edges().connection().get();
        connection.place(kept, more, this, parent);
        return connection;
    }

    private List<List<Edge<N>>> read(List<Integer> asked) {
        List<List<Edge<N>>> edges = new ArrayList<>();
        parents.forEach(parent -> edges.add(new ArrayList<>()));
        if (asked.isEmpty() || ReadContext.current().projection() == Projection.NOTHING) {
            return edges;
        }
        Rows<N> rows = relation.table().rows(order.property());
        Bounds bounds = new Bounds(after(asked.get(0)), before(asked.get(0)));
        Sql sql = asked.size() == 1
                ? statements.ofOne(rows, keyOf(asked.get(0)), bounds)
                : statements.ofMany(rows, keys(asked.stream().mapToInt(Integer::intValue)), bounds);
        long work = statements.work().ofPages(asked.size(), page.size() + 1);
        Rows<N>.Reader reader =
                rows.reader(ReadContext.current(), EDGE + relation.edges().width());
        ReadContext.current().read(sql, work, row -> {
            int parent = asked.get(row.getInt(1) - 1);
            Edge<N> edge = relation.edges().read(row, EDGE);
            edge.place(reader.read(row), this, parent);
            edges.get(parent).add(edge);
        });
        return edges;
    }

    private long[] keys(IntStream asked) {
        return asked.mapToLong(parents::get).toArray();
    }

    private @Nullable Long keyOf(int parent) {
        return relation.parent() == null ? null : parents.get(parent);
    }

    private @Nullable Cursor after(int parent) {
        return page.after() == null ? null : Cursor.decode("after", page.after(), fingerprint(parent));
    }

    private @Nullable Cursor before(int parent) {
        return page.before() == null ? null : Cursor.decode("before", page.before(), fingerprint(parent));
    }

    private long fingerprint(int parent) {
        return Cursor.fingerprint(parents.get(parent) + identity);
    }

    String cursor(int parent, N node) {
        return new Cursor(fingerprint(parent), node.key, valueOf(node)).encode();
    }

    /** What the row is ordered by, as text; an empty one where that is missing, so that it sorts first. */
    private String valueOf(N node) {
        Object value = order.isEntry() ? null : relation.table().valueOf(node, order.property());
        return value == null ? "" : value.toString();
    }

    /** How many rows the whole connection of a parent has. */
    int count(int parent) {
        if (counts == null) {
            Sql sql = statements.count(keys(IntStream.range(0, parents.size())));
            counts = ReadContext.current().once(sql, () -> count(sql));
        }
        return counts[parent];
    }

    private int[] count(Sql sql) {
        int[] found = new int[parents.size()];
        ReadContext.current().read(sql, statements.work().ofCount(), row -> found[row.getInt(1) - 1] = row.getInt(2));
        return found;
    }

    /** Whether there are rows at or behind the cursor that the page was asked to end before (or to start after). */
    boolean hasBeyond(boolean next, int parent) {
        Cursor bound = next ? before(parent) : after(parent);
        if (bound == null) {
            return false;
        }
        // A cursor belongs to one parent, so that the answer for one is the answer for all that have a page.
        return next
                ? (beyondBefore == null ? beyondBefore = exists(parent, bound, true) : beyondBefore)
                : (beyondAfter == null ? beyondAfter = exists(parent, bound, false) : beyondAfter);
    }

    private boolean exists(int parent, Cursor place, boolean next) {
        boolean[] found = new boolean[1];
        Sql sql = statements.exists(keyOf(parent), place, next);
        ReadContext.current().read(sql, statements.work().ofOne(), row -> found[0] = row.getBoolean(1));
        return found[0];
    }
}
