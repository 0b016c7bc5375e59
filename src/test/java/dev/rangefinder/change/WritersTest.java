package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.StoredRow;
import dev.rangefinder.Writer;
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
import java.util.concurrent.CompletableFuture;
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
import org.junit.jupiter.params.provider.CsvSource;
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
          and relname not in ('catalogue', 'announced_change', 'changed_subject', 'executed_mutation', 'search_name', 'search_spelling', 'flyway_schema_history')
          and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''
        group by relname\
        """;

    private final CatalogueData data = new CatalogueData();
    private Writer writer;
    private Writer other;

    @BeforeEach
    void connect() throws SQLException {
        writer = new Writer();
        other = new Writer();
    }

    @AfterEach
    void disconnect() throws SQLException {
        writer.close();
        other.close();
    }

    /** The revision as seen by another connection. */
    private static long revision() throws SQLException {
        try (Writer observer = new Writer()) {
            return observer.revision();
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
                "update %1$s set %2$s = %2$s where false",
                "delete from %1$s where false",
                "truncate %1$s, citation, market, brand, partnership cascade")) {
            long before = writer.revision();
            writer.execute(change.formatted(table, column));
            writer.execute("set constraints all immediate"); // as at the commit
            assertEquals(before + 1, writer.revision(), change);
            writer.rollback();
        }
    }

    private static String rename(StoredRow entry, String name) {
        return "update " + entry.table() + " set name = '" + name + "' where id = " + entry.key();
    }

    @Test
    void rolledBackChangesDoNotIncrementTheRevision() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        long before = revision();
        writer.execute("savepoint before");
        writer.execute(rename(brand, "rolled back"));
        writer.execute("rollback to before");
        writer.commit();
        assertEquals(before, revision());
        writer.execute("savepoint before");
        writer.execute(rename(brand, "rolled back"));
        writer.execute("rollback to before");
        writer.execute(rename(brand, "kept"));
        writer.commit();
        assertEquals(before + 1, revision());
        writer.execute(rename(brand, "rolled back as a whole"));
        writer.rollback();
        assertEquals(before + 1, revision());
    }

    @Test
    void checkingConstraintsWithinATransactionIncrementsTheRevisionOnce() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        long before = revision();
        for (String mode : List.of("immediate", "deferred", "immediate")) {
            writer.execute(rename(brand, mode));
            writer.execute("set constraints all " + mode);
            writer.execute(rename(brand, mode + " again"));
        }
        writer.commit();
        assertEquals(before + 1, revision());
    }

    @Test
    void copyIncrementsTheRevisionOnce() throws Exception {
        long before = revision();
        String rows = Stream.of("copied", "copied-too")
                .map(data::unique)
                .map(key -> key + "\tc.txt\n")
                .reduce("", String::concat);
        writer.connection()
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy citation (key, document) from stdin", new StringReader(rows));
        writer.commit();
        assertEquals(before + 1, revision());
    }

    @Test
    void changesWithAnEmptySearchPathIncrementTheRevision() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow owner = data.brand("owner").save();
        StoredRow ownership = data.ownership(brand, owner).save();
        long before = revision();
        writer.execute("set local search_path = ''");
        writer.execute("update public.ownership set owner_id = " + owner.key() + " where id = " + ownership.key());
        writer.execute("insert into public.alias (text, device_id) select 'none', id from public.device where false");
        writer.commit();
        assertEquals(before + 1, revision());
    }

    @Test
    void writersBlockEachOtherOnlyWhileTheyCommit() throws SQLException {
        StoredRow brand = data.brand("one").save();
        StoredRow device = data.device("two", brand).save();
        long before = revision();
        writer.execute(rename(brand, "by one"));
        other.execute(rename(device, "by another"));
        assertEquals(before, writer.revision(), "the revision is not incremented yet");
        other.commit();
        assertEquals(before + 1, revision());
        writer.commit();
        assertEquals(before + 2, revision());
    }

    @Test
    void deviceIsChangedWhileOthersReferToIt() throws SQLException {
        StoredRow device = data.device("device", data.brand("maker").save()).save();
        other.execute("insert into variant (device_id, code) values (%d, 'V')".formatted(device.key()));
        writer.execute("set local lock_timeout = '1s'");
        writer.execute(rename(device, "changed"));
        writer.commit();
    }

    /** The statements of a writer, which change only its own rows. */
    private List<String> changes(int number) {
        StoredRow brand = data.brand("brand" + number).save();
        StoredRow owner = data.brand("owner" + number).save();
        StoredRow ownership = data.ownership(brand, owner).save();
        StoredRow device = data.device("device" + number, brand).save();
        StoredRow partnership = data.partnership("partnership" + number).save();
        StoredRow region = data.region().save();
        StoredRow market = data.country().inside(region).save();
        return List.of(
                rename(brand, data.unique("changed" + number)),
                rename(device, "changed"),
                rename(partnership, "changed"),
                rename(market, "changed"),
                "update claim set remark = 'changed' where brand_id = " + brand.key(),
                "update ownership set owner_id = " + owner.key() + " where id = " + ownership.key(),
                "update market_parent set parent_id = " + region.key() + " where child_id = " + market.key());
    }

    private static Void write(List<String> changes, long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> shuffled = new ArrayList<>(changes);
        try (Writer writer = new Writer()) {
            for (int i = 0; i < TRANSACTIONS; i++) {
                Collections.shuffle(shuffled, random);
                for (String change : shuffled) {
                    writer.execute(change);
                    Thread.yield();
                }
                writer.commit();
            }
        }
        return null;
    }

    @Test
    void writersInAnyOrderOfTablesNeitherDeadlockNorLoseRevisions() throws Exception {
        List<List<String>> changes = Stream.iterate(0, number -> number + 1)
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

    /** A statement by which a brand gets an owner, with the claim of the test data. */
    private String own(StoredRow brand, StoredRow owner) {
        return """
            with owned as (insert into ownership (brand_id, owner_id) values (%d, %d) returning id)
            insert into claim (source_id, property, value, ownership_id)
            select citation.id, 'owner', '%s', owned.id from owned, citation where key = '%s'\
            """.formatted(brand.key(), owner.key(), owner.name(), data.unique("evidence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
    void concurrentWritersCannotCommitACycleOfOwners(String isolation) throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        for (Writer each : List.of(writer, other)) {
            each.execute("set transaction isolation level " + isolation);
            each.revision(); // takes the snapshot
        }
        writer.execute(own(one, two));
        other.execute(own(two, one));
        writer.commit();
        PSQLException rejection = assertThrows(PSQLException.class, other::commit);
        if (isolation.equals("read committed")) {
            assertEquals(
                    "owners_form_no_cycle", rejection.getServerErrorMessage().getConstraint());
        } else {
            assertEquals("40001", rejection.getSQLState(), rejection::getMessage);
        }
    }

    @Test
    void concurrentWritersCannotCommitACycleOfCitations() throws SQLException {
        StoredRow one = data.citation("one").save();
        StoredRow two = data.citation("two").save();
        String link = "insert into citation_basis (citation_id, basis_id) values (%d, %d)";
        writer.execute(link.formatted(one.key(), two.key()));
        other.execute(link.formatted(two.key(), one.key()));
        writer.commit();
        assertEquals("citations_form_no_cycle", other.violationAtCommit());
    }

    @Test
    void concurrentWritersCannotCommitACycleOfMarkets() throws SQLException {
        StoredRow one = data.region().save();
        StoredRow two = data.region().save();
        String link = "insert into market_parent (child_id, parent_id) values (%d, %d)";
        writer.execute(link.formatted(one.key(), two.key()) + ';' + claim(one, "parents", two));
        other.execute(link.formatted(two.key(), one.key()) + ';' + claim(two, "parents", one));
        writer.commit();
        assertEquals("market_parents_form_no_cycle", other.violationAtCommit());
    }

    @ParameterizedTest
    @CsvSource({"device, series_id, series, series", "partnership, succeeds_id, succeeds, partnership_successions"})
    void concurrentWritersCannotCommitACycle(String table, String column, String property, String relation)
            throws SQLException {
        StoredRow one = linkable(table, "one");
        StoredRow two = linkable(table, "two");
        String link = "update " + table + " set " + column + " = %d where id = %d;";
        writer.execute(link.formatted(two.key(), one.key()) + claim(one, property, two));
        other.execute(link.formatted(one.key(), two.key()) + claim(two, property, one));
        writer.commit();
        assertEquals(relation + "_form_no_cycle", other.violationAtCommit());
    }

    private StoredRow linkable(String table, String word) {
        return table.equals("partnership")
                ? data.partnership(word).save()
                : data.device(word, data.brand("maker-of-" + word).save())
                        .with("kind", "SERIES")
                        .save();
    }

    private String claim(StoredRow subject, String property, StoredRow value) {
        return """
            insert into claim (source_id, property, value, %s_id)
            select id, '%s', '%s', %d from citation where key = '%s'\
            """.formatted(subject.table(), property, value.name(), subject.key(), data.unique("evidence"));
    }

    @Test
    void writersOfDifferentOwnersDoNotDeadlock() throws SQLException {
        StoredRow owner = data.brand("owner").save();
        StoredRow first = data.brand("first").save();
        StoredRow second = data.brand("second").save();
        StoredRow contended = data.brand("contended").save();
        other.execute(rename(contended, data.unique("by the other")));
        writer.execute(own(first, owner));
        CompletableFuture<Void> waiting = writer.commitInBackground(rename(contended, data.unique("by the one")));
        other.execute(own(second, owner));
        other.commit();
        waiting.join();
    }
}
