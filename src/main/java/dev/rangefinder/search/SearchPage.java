package dev.rangefinder.search;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.relay.PageRequest;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import dev.rangefinder.transaction.UnknownAsOfException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a page of the results of a search by one statement, which stops when it has found enough. */
final class SearchPage {

    /** Approximate memory of a result. */
    private static final long BYTES = 600;

    /** The upper bound of the database time of a search on a slow machine, in nanoseconds. */
    private static final long WORK = 100_000_000;

    /** The first column after the position. */
    private static final int NAME = 7;

    private final SearchQuery query;
    private final PageRequest<?, ?> page;
    private final long fingerprint;
    private final @Nullable SearchPosition after;
    private final @Nullable SearchPosition before;

    SearchPage(SearchQuery query, PageRequest<?, ?> page) {
        this.query = query;
        this.page = page;
        this.fingerprint = Cursor.fingerprint(query.identity());
        this.after = SearchPosition.at("after", page.after(), fingerprint);
        this.before = SearchPosition.at("before", page.before(), fingerprint);
    }

    SearchConnection read() {
        List<SearchEdge> found = search(after, before, page.forward(), page.size() + 1);
        boolean more = found.size() > page.size();
        List<SearchEdge> visible = more ? found.subList(0, page.size()) : found;
        if (!page.forward()) {
            Collections.reverse(visible);
        }
        return new SearchConnection(this, visible, more);
    }

    private List<SearchEdge> search(
            @Nullable SearchPosition from, @Nullable SearchPosition until, boolean forward, int most) {
        String[] words = query.text().words().toArray(String[]::new);
        Sql sql = Sql.of(
                        "select stage, place, errors, surplus, compact, key, property, text, corrections, brand_names"
                                + " from search(?, ?, ?::smallint[], ",
                        query.text().compact(),
                        words,
                        query.places())
                .add(SearchPosition.sql(from))
                .add(", ")
                .add(SearchPosition.sql(until))
                .add(", ?, ?)", forward, most);
        List<SearchEdge> found = new ArrayList<>();
        ReadContext context = ReadContext.current();
        UnknownAsOfException.rejectMoment(context.transaction());
        context.read(sql, WORK, row -> {
            context.use(BYTES);
            found.add(edge(row));
        });
        return found;
    }

    private SearchEdge edge(ResultSet row) throws SQLException {
        SearchPosition position = SearchPosition.read(row, 1);
        SearchMatcher matcher = new SearchMatcher(query.text(), SearchStage.of(position.stage()), texts(row, NAME + 2));
        List<TextMatch> matches = new ArrayList<>();
        matches.add(matcher.match(row.getString(NAME), row.getString(NAME + 1)));
        for (String brand : texts(row, NAME + 3)) {
            matches.add(matcher.match("brand", brand));
        }
        matches.removeIf(match -> match.highlights().isEmpty());
        return new SearchEdge(position, position.cursor(fingerprint).encode(), matches);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    boolean forward() {
        return page.forward();
    }

    /**
     * Whether there are results at or after the {@code before} cursor of the request (next), or at or before its {@code after}
     * cursor. A search excludes the positions themselves, so that they are moved by one key.
     */
    boolean hasBeyond(boolean next) {
        if (next) {
            return before != null && !search(before.moved(-1), null, true, 1).isEmpty();
        }
        return after != null && !search(null, after.moved(1), false, 1).isEmpty();
    }
}
