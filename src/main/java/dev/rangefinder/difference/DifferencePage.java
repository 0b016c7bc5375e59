package dev.rangefinder.difference;

import dev.rangefinder.error.InputException;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.ConnectionLoader;
import dev.rangefinder.relay.Count;
import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.Edge;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the same page of a list of differences for all objects of a level, by one statement. To find those of a page, the database
 * compares all, so that it counts them, too.
 */
final class DifferencePage implements ConnectionLoader<Difference> {

    /** Approximate memory of an item. */
    private static final long BYTES = 400;

    private final DifferenceList list;
    private final List<Difference> parents;
    private final PageRequest<?, ?> page;
    private final int[] items;
    private final boolean[] preceded;
    private final boolean[] followed;

    DifferencePage(DifferenceList list, List<Difference> parents, PageRequest<?, ?> page) {
        this.list = list;
        this.parents = parents;
        this.page = page;
        this.items = new int[parents.size()];
        this.preceded = new boolean[parents.size()];
        this.followed = new boolean[parents.size()];
    }

    /** The page of each object. */
    List<Connection<Difference>> read() {
        List<@Nullable InputException> failures =
                IntStream.range(0, parents.size()).mapToObj(this::failure).toList();
        int[] valid = IntStream.range(0, parents.size())
                .filter(parent -> failures.get(parent) == null)
                .toArray();
        List<List<Edge<Difference>>> edges = new ArrayList<>();
        parents.forEach(parent -> edges.add(new ArrayList<>()));
        if (valid.length > 0) {
            read(valid, edges);
        }
        return IntStream.range(0, parents.size())
                .mapToObj(parent -> pageOf(parent, edges.get(parent), failures.get(parent)))
                .toList();
    }

    private @Nullable InputException failure(int parent) {
        return InputException.thrownBy(() -> {
            after(parent);
            before(parent);
        });
    }

    private DifferencePosition after(int parent) {
        return DifferencePosition.at("after", page.after(), fingerprint(parent), DifferencePosition.START);
    }

    private DifferencePosition before(int parent) {
        return DifferencePosition.at("before", page.before(), fingerprint(parent), DifferencePosition.END);
    }

    private long fingerprint(int parent) {
        return Cursor.fingerprint(list.function + ' ' + parents.get(parent).getNodeId());
    }

    private void read(int[] valid, List<List<Edge<Difference>>> edges) {
        Sql sql = DifferenceQuery.of(
                list, IntStream.of(valid).mapToObj(parents::get).toList(), page, after(valid[0]), before(valid[0]));
        ReadContext.current().read(sql, list.work(valid.length), row -> {
            int parent = valid[row.getInt(1) - 1];
            add(row, parent, edges.get(parent));
        });
    }

    private void add(ResultSet row, int parent, List<Edge<Difference>> edges) throws SQLException {
        items[parent] = row.getInt(2);
        preceded[parent] = row.getInt(3) > 0;
        followed[parent] = row.getInt(4) > 0;
        String type = row.getString(6);
        if (type != null) {
            ReadContext.current().use(BYTES);
            GlobalId id = new GlobalId(type, row.getLong(7));
            Difference item = parents.get(parent).item(id, row.getInt(5), row.getBoolean(8), row.getBoolean(9));
            Edge<Difference> edge = new Edge<>();
            edge.place(item, this, parent);
            edges.add(edge);
        }
    }

    private Connection<Difference> pageOf(int parent, List<Edge<Difference>> edges, @Nullable InputException failure) {
        Connection<Difference> connection = new Connection<>();
        if (failure != null) {
            connection.fail(failure);
            return connection;
        }
        boolean more = edges.size() > page.size();
        List<Edge<Difference>> visible = more ? edges.subList(0, page.size()) : edges;
        if (!page.forward()) {
            Collections.reverse(visible);
        }
        connection.place(visible, more, this, parent);
        return connection;
    }

    @Override
    public String cursor(int parent, Difference node) {
        return node.position().cursor(fingerprint(parent));
    }

    @Override
    public int totalCount(int parent) {
        return items[parent];
    }

    @Override
    public Count count(int parent) {
        return Count.of(items[parent], true);
    }

    @Override
    public boolean forward() {
        return page.forward();
    }

    @Override
    public boolean hasBeyond(boolean next, int parent) {
        return next ? followed[parent] : preceded[parent];
    }
}
