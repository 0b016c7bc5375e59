package dev.rangefinder.transaction;

import dev.rangefinder.memory.OperationMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The state of one operation's reads: its transaction, the plan of the current field, and the rows read before. It is bound to the
 * thread for which {@link ReadContexts} has opened it, because the methods of a feature take no context.
 */
public final class ReadContext implements AutoCloseable {

    private static final ThreadLocal<@Nullable ReadContext> CURRENT = new ThreadLocal<>();

    private final ToLongFunction<String> tableSizes;
    private final @Nullable OperationMemory memory;
    private ReadTransaction transaction;
    private int countLimit = Integer.MAX_VALUE - 1;
    private FetchPlan plan = FetchPlan.EVERYTHING;
    private Companions companions = new Companions();
    private Map<String, Object> results = new HashMap<>();

    private ReadContext(
            ReadTransaction transaction, ToLongFunction<String> tableSizes, @Nullable OperationMemory memory) {
        this.transaction = transaction;
        this.tableSizes = tableSizes;
        this.memory = memory;
    }

    /** Opens the context of this thread. */
    static ReadContext open(
            ReadTransaction transaction, ToLongFunction<String> tableSizes, @Nullable OperationMemory memory) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("This thread already has a read context.");
        }
        ReadContext context = new ReadContext(transaction, tableSizes, memory);
        CURRENT.set(context);
        return context;
    }

    /** Returns the context of the operation that this thread executes. */
    public static ReadContext current() {
        ReadContext context = CURRENT.get();
        if (context == null) {
            throw new IllegalStateException("Rows can be read only inside an operation.");
        }
        return context;
    }

    /**
     * Runs a statement. After one has failed, no other is run.
     *
     * @throws RowLimitException when it returns more rows than its plan allows
     */
    public void read(Sql sql, RowCallback callback) {
        transaction.read(sql, plan, callback);
    }

    /** Runs a statement with an upper bound of its database time, in nanoseconds. Cheap statements need none. */
    public void read(Sql sql, long estimatedNanoseconds, RowCallback callback) {
        transaction.running().expect(estimatedNanoseconds);
        read(sql, callback);
    }

    /** Returns the result of a statement, which is run only once however often this operation needs it. */
    @SuppressWarnings("unchecked") // equal statements have results of one type
    public <T> T once(Sql sql, Supplier<T> read) {
        return (T) results.computeIfAbsent(sql.toString(), statement -> read.get());
    }

    /** Reads a field by a plan. Later reads about its rows, such as counts, use none. */
    public <T> T with(FetchPlan fetchPlan, Callable<T> read) throws Exception {
        plan = fetchPlan;
        try {
            return read.call();
        } finally {
            plan = FetchPlan.EVERYTHING;
        }
    }

    /** The projection of the current field; null for all properties. */
    public @Nullable Projection projection() {
        return plan.projection();
    }

    /** The approximate number of rows of a table; as of a moment, of those that count for it. */
    public long sizeOf(String table) {
        Moment moment = transaction.moment();
        return moment == null ? tableSizes.applyAsLong(table) : moment.sizeOf(table, tableSizes);
    }

    /** Limits how many rows are counted for each connection, unless a client requests an exact count. */
    public void limitCounts(int limit) {
        countLimit = limit;
    }

    /** The largest number that is counted exactly, unless a client requests an exact count. */
    public int countLimit() {
        return countLimit;
    }

    /** The transaction of this operation. */
    public ReadTransaction transaction() {
        return transaction;
    }

    /** Whether the next statement is the only one of the operation, so that it can be coalesced with those of others. */
    public boolean isOneStatement() {
        return plan.last() && transaction.isAboutToBegin() && transaction.moment() == null;
    }

    /** The rows that were joined to others. */
    public Companions companions() {
        return companions;
    }

    /** Adopts what another operation has read for this one. */
    public void adopt(Object state, Companions found) {
        companions = found;
        transaction.adopt(state);
    }

    /** Adds to the memory that the operation uses. */
    public void use(long bytes) {
        if (memory != null) {
            memory.use(bytes);
        }
    }

    /** Discards the rows read so far and continues with a new transaction. */
    void restart(ReadTarget target) {
        transaction.running().disconnect();
        transaction = new ReadTransaction(target, transaction.running());
        target.openIn(transaction);
        companions = new Companions();
        results = new HashMap<>();
    }

    /** Ends the transaction and releases the connection. */
    @Override
    public void close() {
        CURRENT.remove();
        transaction.running().disconnect();
    }
}
