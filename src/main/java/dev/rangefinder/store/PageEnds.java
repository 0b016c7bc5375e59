package dev.rangefinder.store;

import dev.rangefinder.relay.Cursor;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Finds out whether a connection has rows beyond the cursors of the request: at most one statement for each side. */
final class PageEnds {

    private final PageStatements statements;
    private final Cursors cursors;
    private final IntFunction<@Nullable Long> keys;
    private final Map<Boolean, Boolean> beyond = new HashMap<>();

    /**
     * Creates the ends.
     *
     * @param keys the key of each parent; null if there are no parents
     */
    PageEnds(PageStatements statements, Cursors cursors, IntFunction<@Nullable Long> keys) {
        this.statements = statements;
        this.cursors = cursors;
        this.keys = keys;
    }

    boolean hasBeyond(boolean next, int parent) {
        Cursor bound = next ? cursors.before(parent) : cursors.after(parent);
        if (bound == null) {
            return false;
        }
        // A cursor belongs to one parent, so only one parent has a page.
        return beyond.computeIfAbsent(next, side -> exists(parent, bound, side));
    }

    private boolean exists(int parent, Cursor place, boolean next) {
        boolean[] found = new boolean[1];
        Sql sql = statements.exists(keys.apply(parent), place, next);
        ReadContext.current().read(sql, statements.work().ofOne(), row -> found[0] = row.getBoolean(1));
        return found[0];
    }
}
