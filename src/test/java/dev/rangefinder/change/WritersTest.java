package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

/** Concurrent SQL transactions that change the catalogue neither block each other nor lose a revision. */
@QuarkusTest
@Timeout(60)
class WritersTest {

    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 25;

    /** All tables that operations read, each with a writable column. */
    private static final String TABLES = """
        select relname, min(attname) from pg_class join pg_attribute on attrelid = pg_class.oid
        where relnamespace = current_schema()::regnamespace and relkind = 'r'
          and relname not in ('catalogue', 'announced_change', 'flyway_schema_history')
          and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
        group by relname\
        """;

    private final CatalogueData data = new CatalogueData();
    private Connection connection;
    private Connection other;

    @BeforeEach
    void connect() throws SQLException {
        connection = inTransactions();
        other = inTransactions();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
        other.close();
    }

    /** A connection whose lock timeout is longer than any of these tests needs. */
    private static Connection inTransactions() throws SQLException {
        Connection connection = CatalogueData.connect();
        execute(connection, "set lock_timeout = '10s'");
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long revision(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select revision from catalogue")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The revision as seen by another connection. */
    private static long revision() throws SQLException {
        try (Connection observer = CatalogueData.connect()) {
            return revision(observer);
        }
    }

    static List<Arguments> tables() throws SQLException {
        List<Arguments> tables = new ArrayList<>();
        try (Connection connection = CatalogueData.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(TABLES)) {
            while (result.next()) {
                tables.add(Arguments.of(result.getString(1), result.getString(2)));
            }
        }
        assertTrue(tables.size() > 10, tables::toString);
        return tables;
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyKindOfChangeToEveryTableIncrementsTheRevision(String table, String column) throws SQLException {
        for (String change : List.of(
                "insert into %1$s (%2$s) select %2$s from %1$s where false",
                "update %1$s set %2$s = %2$s where false", "delete from %1$s where false", "truncate %1$s cascade")) {
            long before = revision(connection);
            execute(connection, change.formatted(table, column));
            execute(connection, "set constraints all immediate"); // as at the commit
            assertEquals(before + 1, revision(connection), change);
            connection.rollback();
        }
    }

    private static String rename(StoredRow entry, String name) {
        return "update " + entry.table() + " set name = '" + name + "' where id = " + entry.key();
    }

    @Test
    void rolledBackChangesDoNotIncrementTheRevision() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        long before = revision();
        execute(connection, "savepoint before");
        execute(connection, rename(brand, "rolled back"));
        execute(connection, "rollback to before");
        connection.commit();
        assertEquals(before, revision());
        execute(connection, "savepoint before");
        execute(connection, rename(brand, "rolled back"));
        execute(connection, "rollback to before");
        execute(connection, rename(brand, "kept"));
        connection.commit();
        assertEquals(before + 1, revision());
        execute(connection, rename(brand, "rolled back as a whole"));
        connection.rollback();
        assertEquals(before + 1, revision());
    }

    @Test
    void checkingConstraintsWithinATransactionIncrementsTheRevisionOnce() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        long before = revision();
        for (String mode : List.of("immediate", "deferred", "immediate")) {
            execute(connection, rename(brand, mode));
            execute(connection, "set constraints all " + mode);
            execute(connection, rename(brand, mode + " again"));
        }
        connection.commit();
        assertEquals(before + 1, revision());
    }

    @Test
    void copyIncrementsTheRevisionOnce() throws Exception {
        long before = revision();
        String rows = Stream.of("copied", "copied-too")
                .map(data::unique)
                .map(key -> key + "\tc.txt\n")
                .reduce("", String::concat);
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy citation (key, document) from stdin", new StringReader(rows));
        connection.commit();
        assertEquals(before + 1, revision());
    }

    @Test
    void changesWithAnEmptySearchPathIncrementTheRevision() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow parent = data.brand("parent").save();
        long before = revision();
        execute(connection, "set local search_path = ''");
        execute(connection, "update public.brand set parent_id = " + parent.key() + " where id = " + brand.key());
        connection.commit();
        assertEquals(before + 1, revision());
    }

    @Test
    void writersBlockEachOtherOnlyWhileTheyCommit() throws SQLException {
        StoredRow brand = data.brand("one").save();
        StoredRow device = data.device("two", brand).save();
        long before = revision();
        execute(connection, rename(brand, "by one"));
        execute(other, rename(device, "by another"));
        assertEquals(before, revision(connection), "the revision is not incremented yet");
        other.commit();
        assertEquals(before + 1, revision());
        connection.commit();
        assertEquals(before + 2, revision());
    }

    /** The statements of a writer, which change only its own rows. */
    private List<String> changes(int writer) {
        StoredRow brand = data.brand("brand" + writer).save();
        StoredRow parent = data.brand("parent" + writer).save();
        StoredRow device = data.device("device" + writer, brand).save();
        StoredRow partnership = data.partnership("partnership" + writer).save();
        StoredRow market = data.country().save();
        StoredRow region = data.region().save();
        return List.of(
                rename(brand, "changed"),
                rename(device, "changed"),
                rename(partnership, "changed"),
                rename(market, "changed"),
                "update brand set parent_id = " + parent.key() + " where id = " + brand.key(),
                "update market set parent_id = " + region.key() + " where id = " + market.key());
    }

    private static Void write(List<String> changes, long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(changes);
        try (Connection writer = inTransactions()) {
            for (int i = 0; i < TRANSACTIONS; i++) {
                Collections.shuffle(shuffled, random);
                for (String change : shuffled) {
                    execute(writer, change);
                    Thread.yield();
                }
                writer.commit();
            }
        }
        return null;
    }

    @Test
    void writersInAnyOrderOfTablesNeitherDeadlockNorLoseRevisions() throws Exception {
        List<List<String>> changes = Stream.iterate(0, writer -> writer + 1)
                .limit(WRITERS)
                .map(this::changes)
                .toList();
        long before = revision();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<Void>> writers = changes.stream()
                    .map(own -> threads.submit(() -> write(own, own.hashCode())))
                    .toList();
            for (Future<Void> writer : writers) {
                writer.get(); // fails with the deadlock
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(before + WRITERS * TRANSACTIONS, revision());
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    void concurrentWritersCannotCommitACycleOfParents(String isolation) throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        for (Connection writer : List.of(connection, other)) {
            execute(writer, "set transaction isolation level " + isolation);
            revision(writer); // takes the snapshot
        }
        String update = "update brand set parent_id = %s where id = %s";
        execute(connection, update.formatted(two.key(), one.key()));
        execute(other, update.formatted(one.key(), two.key()));
        connection.commit();
        PSQLException rejection = assertThrows(PSQLException.class, other::commit);
        if (isolation.equals("read committed")) {
            assertEquals(
                    "brand_parents_form_no_cycle",
                    rejection.getServerErrorMessage().getConstraint());
        } else {
            assertEquals("40001", rejection.getSQLState(), rejection::getMessage);
        }
    }

    @Test
    void writersOfDifferentParentsDoNotDeadlock() throws Exception {
        StoredRow parent = data.brand("parent").save();
        StoredRow first = data.brand("first").save();
        StoredRow second = data.brand("second").save();
        StoredRow contended = data.brand("contended").save();
        String update = "update brand set parent_id = " + parent.key() + " where id = ";
        execute(other, rename(contended, "by the other"));
        execute(connection, update + first.key());
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            Future<?> waiting = threads.submit(() -> {
                execute(connection, rename(contended, "by the one"));
                return null;
            });
            execute(other, update + second.key());
            other.commit();
            waiting.get();
            connection.commit();
        } finally {
            threads.shutdownNow();
        }
    }
}
