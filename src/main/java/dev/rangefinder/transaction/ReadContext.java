package dev.rangefinder.transaction;

import dev.rangefinder.memory.OperationMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one operation reads with: a transaction, the plan of the field that is read, and what was read before. The engine
 * {@linkplain ReadContexts opens} it and says {@linkplain #with how} each field is read. It is bound to the thread that opened
 * it, and nothing else is: the methods of a feature take no context, so that what loads rows for them asks for the
 * {@linkplain #current current} one.
 */
public final class ReadContext implements AutoCloseable {

    private static final ThreadLocal<@Nullable ReadContext> CURRENT = new ThreadLocal<>();

    private final ToLongFunction<String> tableSizes;
    private final @Nullable OperationMemory memory;
    private ReadTransaction transaction;
    private FetchPlan plan = FetchPlan.EVERYTHING;
    private Companions companions = new Companions();
    private @Nullable Map<String, Object> results;

    private ReadContext(
            ReadTransaction transaction, ToLongFunction<String> tableSizes, @Nullable OperationMemory memory) {
        this.transaction = transaction;
        this.tableSizes = tableSizes;
        this.memory = memory;
    }

    /** Opens that of this thread. */
    static ReadContext open(
            ReadTransaction transaction, ToLongFunction<String> tableSizes, @Nullable OperationMemory memory) {
        if (CURRENT.get() != null) {
            throw new IllegalStateException("This thread has a read context already.");
        }
        ReadContext context = new ReadContext(transaction, tableSizes, memory);
        CURRENT.set(context);
        return context;
    }

    /** That of the operation which this thread executes. */
    public static ReadContext current() {
        ReadContext context = CURRENT.get();
        if (context == null) {
            throw new IllegalStateException("Rows are read inside an operation only.");
        }
        return context;
    }

    /**
     * Runs a statement. After one that failed none is run any more.
     *
     * @throws DatabaseException when the database does not answer it
     * @throws RowLimitException when it gives more rows than it may
     */
    public void read(Sql sql, RowCallback callback) {
        transaction.read(sql, plan, callback);
    }

    /** Runs a statement that the database can work on for so many nanoseconds at most. Of cheap ones that need not be said. */
    public void read(Sql sql, long nanoseconds, RowCallback callback) {
        transaction.running().expect(nanoseconds);
        read(sql, callback);
    }

    /** What equal statements give, which are read in one way. */
    @SuppressWarnings("unchecked") // so that the results are of one type, too
    public <T> T once(Sql sql, Supplier<T> read) {
        if (results == null) {
            results = new HashMap<>();
        }
        return (T) results.computeIfAbsent(sql.toString(), asked -> read.get());
    }

    /** Reads a field by a plan. What is asked about its rows later is read without one. */
    public <T> T with(FetchPlan fetchPlan, Callable<T> read) throws Exception {
        plan = fetchPlan;
        try {
            return read.call();
        } finally {
            plan = FetchPlan.EVERYTHING;
        }
    }

    /** What is needed of the rows of the field that is read; null stands for all of it. */
    public @Nullable Projection projection() {
        return plan.projection();
    }

    /** How many rows a table has, about. */
    public long sizeOf(String table) {
        return tableSizes.applyAsLong(table);
    }

    /** The transaction that is read. */
    public ReadTransaction transaction() {
        return transaction;
    }

    /** Whether its only statement is about to be run, so that others may do with the same. */
    public boolean isOneStatement() {
        return plan.last() && transaction.isAboutToBegin();
    }

    /** The rows that came along with others. */
    public Companions companions() {
        return companions;
    }

    /** Takes what another operation has read for this one. */
    public void adopt(Object state, Companions along) {
        companions = along;
        transaction.adopt(state);
    }

    /** Counts the memory of one row. */
    public void use(long bytes) {
        if (memory != null) {
            memory.use(bytes);
        }
    }

    /** Forgets what was read, and goes on with another transaction. */
    void startOver(ReadTarget target) {
        transaction.running().disconnect();
        transaction = new ReadTransaction(target, transaction.running());
        companions = new Companions();
        results = null;
    }

    /** Ends the transaction and gives the connection back. */
    @Override
    public void close() {
        CURRENT.remove();
        transaction.running().disconnect();
    }
}
