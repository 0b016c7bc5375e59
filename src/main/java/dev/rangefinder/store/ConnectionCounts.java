package dev.rangefinder.store;

import dev.rangefinder.relay.Count;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.Sql;
import org.jspecify.annotations.Nullable;

/** The counts of the connections of all parents of a level: one statement for the exact ones, and one for those up to the limit. */
final class ConnectionCounts {

    private final CountStatements statements;
    private final StatementCost work;
    private final long[] parents;
    private int @Nullable [] exact;
    private int @Nullable [] limited;

    ConnectionCounts(PageStatements statements, long[] parents) {
        this.statements = statements.counts();
        this.work = statements.work();
        this.parents = parents;
    }

    int total(int parent) {
        if (exact == null) {
            exact = read(statements.all(parents), work.ofCount(parents.length));
        }
        return exact[parent];
    }

    Count upToLimit(int parent) {
        int limit = ReadContext.current().countLimit();
        if (limited == null) {
            limited = read(statements.upTo(limit, parents), work.ofCount(parents.length, limit));
        }
        return Count.upTo(limit, limited[parent]);
    }

    private int[] read(Sql sql, long nanoseconds) {
        return ReadContext.current().once(sql, () -> {
            int[] found = new int[parents.length];
            ReadContext.current().read(sql, nanoseconds, row -> found[row.getInt(1) - 1] = row.getInt(2));
            return found;
        });
    }
}
