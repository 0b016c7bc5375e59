package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** The log of the database: every change is in it, nobody but the owner can change it, and old states can be read from it. */
@QuarkusTest
class LogTest extends SqlWriting {

    /** No privilege, or a view that cannot be changed because it joins tables. */
    private static final Set<String> REFUSALS = Set.of("42501", "55000");

    private static final String LOGGED =
            "select relname from pg_class where relnamespace = 'history'::regnamespace and relkind = 'r'";

    /** The rows of a table before the first change after a revision. */
    private static final String AS_OF = """
        select coalesce(string_agg(r.row, chr(10) order by r.row), '') from (
            select distinct on (%2$s) v.existed, row(%3$s)::text as row
            from (select h.history_id, h.existed, %3$s from history.%1$s h join history.log l on l.change = h.change
                  where l.revision > %4$d
                  union all
                  select 9223372036854775807, true, %3$s from %1$s) v
            order by %2$s, v.history_id) r
        where r.existed\
        """;

    /** How many rows of a table say that another change than the last one of their history has written them. */
    private static final String WRITTEN_BY_ANOTHER_CHANGE = """
        select count(*) from (select %2$s, written_by from %1$s v) t
        natural join (select %2$s, max(change) as change from history.%1$s v group by %2$s) h
        where written_by <> change\
        """;

    private final CatalogueData data = new CatalogueData();

    private static String rename(StoredRow row, String name) {
        return "update " + row.table() + " set name = '" + name + "' where id = " + row.key();
    }

    /** Runs the rest of the transaction as a role that may change the catalogue, but does not own it. */
    private void becomeEditor(String role) throws SQLException {
        writer.execute("create role " + role + " login");
        writer.execute("grant usage on schema public, history to " + role);
        writer.execute("grant select on all tables in schema public, history to " + role);
        writer.execute("do $$ begin execute (select 'grant insert, update, delete, truncate on '"
                + " || array_to_string(catalogue_tables(), ', ') || ' to " + role + "'); end $$");
        writer.execute("set session authorization " + role);
    }

    @Test
    void editorChangesTheCatalogueAndIsInTheLog() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        becomeEditor("rangefinder_editor");
        writer.execute(rename(brand, "renamed"));
        writer.execute("set constraints all immediate"); // as at the commit
        assertEquals(
                "rangefinder_editor REVISED",
                writer.text("select subject || ' ' || kind from history_entry where brand_id = " + brand.key()
                        + " order by id desc limit 1"));
        writer.rollback();
    }

    @Test
    void editorCannotChangeTheLog() throws SQLException {
        Set<String> tables = CatalogueData.names(LOGGED);
        assertTrue(tables.containsAll(Set.of("log", "entry", "brand", "event_brand")), tables::toString);
        becomeEditor("rangefinder_editor");
        for (String table : tables) {
            for (String change : List.of(
                    "insert into history.%1$s default values",
                    "update history.%1$s set %2$s = 0",
                    "delete from history.%1$s",
                    "truncate history.%1$s",
                    "drop table history.%1$s")) {
                assertRefused(change.formatted(table, column(table)));
            }
        }
        for (String change : List.of(
                "update catalogue set revision = revision + 1",
                "delete from history_entry",
                "insert into announced_change values ('1', 1, '{}', true)",
                "select * from history.net_changes_of_brand(1)",
                "create temporary table own (id bigint); create trigger logging after insert on own"
                        + " execute function history.log_changes_of_brand()",
                "alter table brand disable trigger all",
                "set local session_replication_role = replica")) {
            assertRefused(change);
        }
        writer.rollback();
    }

    private static String column(String table) {
        return switch (table) {
            case "log" -> "revision";
            case "entry" -> "id";
            default -> "change";
        };
    }

    private void assertRefused(String change) throws SQLException {
        writer.execute("savepoint before");
        PSQLException refusal = assertThrows(PSQLException.class, () -> writer.execute(change), change);
        assertTrue(REFUSALS.contains(refusal.getSQLState()), () -> change + ": " + refusal.getMessage());
        writer.execute("rollback to before");
    }

    @Test
    void copyOfADatabaseTakesOneRevision() throws SQLException {
        assertEquals("f", writer.text("select recognize_copy()"));
        long revision = writer.revision();
        writer.execute("update catalogue set database = 'of the original'");
        becomeEditor("rangefinder_editor");
        assertEquals("t", writer.text("select recognize_copy()"));
        writer.execute("set constraints all immediate"); // as at the commit
        assertEquals("f", writer.text("select recognize_copy()"));
        writer.execute("set constraints all immediate");
        assertEquals(
                revision + 1 + " restore",
                writer.text(
                        "select revision || ' ' || operation from history.log" + " order by revision desc limit 1"));
        writer.rollback();
    }

    @Test
    void truncationIsTheRemovalOfAllRows() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow event = data.event("event").about(brand).save();
        writer.execute("truncate citation, market, brand, partnership cascade");
        writer.execute("set constraints all immediate"); // as at the commit
        String removed = "select count(*) from history_entry where kind = 'REMOVED' and %s_id = %d"
                + " and revision = (select revision from catalogue)";
        assertEquals("1", writer.text(removed.formatted("brand", brand.key())));
        assertEquals("1", writer.text(removed.formatted("event", event.key())));
        assertEquals(
                "brands",
                writer.text("select string_agg(p.name, ' ') from history_entry e, entry_properties(e.id) p"
                        + " where e.event_id = " + event.key()
                        + " and e.revision = (select revision from catalogue) and p.before = '" + brand.name() + "'"));
        writer.rollback();
    }

    @Test
    void changesAfterTheRevisionIsTakenAreInTheSameEntries() throws SQLException {
        StoredRow one = data.brand("one").save();
        StoredRow two = data.brand("two").save();
        writer.execute(rename(one, "renamed"));
        writer.execute("set constraints all immediate");
        writer.execute(rename(two, "renamed too"));
        writer.execute(rename(one, "one"));
        writer.commit();
        assertEquals(
                "two",
                writer.text("select string_agg(p.before, ', ') from history_entry e, entry_properties(e.id) p"
                        + " where e.revision = (select revision from catalogue)"));
    }

    @Test
    void earlierVersionsOfRecordsOfEveryTypeAreKnown() throws SQLException {
        StoredRow device =
                data.device("versions", data.brand("versions").save()).save();
        data.variant(device, "V").save(); // the founding catalogue has records of all other types
        for (String table : CatalogueData.names("select subjects() union select 'claim'")) {
            writer.execute(
                    "update " + table + " set version = version + 1 where id = (select min(id) from " + table + ')');
            assertEquals(
                    "{}",
                    writer.text(
                            "select properties_changed_since('%1$s', t.id, t.version - 1) from %1$s t order by t.id limit 1"
                                    .formatted(table)),
                    table);
        }
        writer.rollback();
    }

    @Test
    void rowsOfEveryRevisionCanBeReadFromTheHistory() throws SQLException {
        Map<Long, Map<String, String>> states = new TreeMap<>();
        StoredRow brand = data.brand("brand").save();
        remember(states);
        StoredRow device =
                data.device("device", brand).with("released_on", "2022").save();
        StoredRow partnership = data.partnership("partnership").save();
        StoredRow collaboration = data.collaboration(partnership, device).save();
        StoredRow event = data.event("event").about(brand).save();
        remember(states);
        writer.execute(rename(device, "renamed"));
        writer.execute("update claim set remark = 'changed' where device_id = " + device.key());
        writer.commit();
        remember(states);
        data.delete(event, collaboration);
        writer.execute(rename(device, "renamed again"));
        writer.commit();
        remember(states);
        data.delete(device);

        assertFalse(states.isEmpty());
        for (Map.Entry<Long, Map<String, String>> state : states.entrySet()) {
            assertEquals(state.getValue(), tablesAt(state.getKey()), "revision " + state.getKey());
        }
    }

    @Test
    void everyRowKnowsWhichChangeHasWrittenItWhateverTheWriterSays() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        StoredRow device =
                data.device("device", brand).with("released_on", "2021").save();
        data.collaboration(data.partnership("partnership").save(), device).save();
        StoredRow event = data.event("event").about(brand).save();
        writer.execute(rename(brand, "renamed"));
        writer.execute(rename(brand, brand.name())); // in the end as before
        writer.execute("update event set written_by = 1 where id = " + event.key());
        writer.execute("update device set released_on = '2022' where id = " + device.key()); // and its collaboration
        writer.execute("update claim set value = '2022' where value = '2021' and device_id = " + device.key());
        writer.execute("delete from event_brand where event_id = " + event.key());
        writer.execute("insert into event_brand (event_id, brand_id, written_by) values (%d, %d, 1)"
                .formatted(event.key(), brand.key()));
        writer.execute("set constraints all immediate"); // as at the commit
        for (String table : tables()) {
            assertEquals("0", writer.text(WRITTEN_BY_ANOTHER_CHANGE.formatted(table, key(table))), table);
        }
        assertEquals("1", writer.text("""
            select count(distinct written_by) from (
                select written_by from brand where id = %1$d
                union all select written_by from event where id = %2$d
                union all select written_by from event_brand where event_id = %2$d
                union all select written_by from collaboration where device_id = %3$d) w\
            """.formatted(brand.key(), event.key(), device.key())));
        writer.rollback();
    }

    @Test
    void tablesAndOperatorsOfAWriterDoNotHideItsChange() throws SQLException {
        StoredRow brand = data.brand("brand").save();
        writer.execute("create schema own; grant usage on schema own to public");
        writer.execute("create function own.equal(xid8, xid8) returns boolean language sql return true");
        writer.execute("create operator own.= (leftarg = xid8, rightarg = xid8, function = own.equal)");
        writer.execute(
                "create temporary table announced_change as select '1'::xid8 as transaction, 1::bigint as change");
        writer.execute(
                "insert into public.announced_change (transaction, change, tables, base) values ('1', 1, '{}', 0)");
        becomeEditor("rangefinder_editor");
        writer.execute("set local search_path = own, pg_catalog, public");
        writer.execute(rename(brand, "renamed"));
        writer.execute("reset search_path");
        assertEquals("0", writer.text(WRITTEN_BY_ANOTHER_CHANGE.formatted("brand", key("brand"))));
        writer.rollback();
    }

    /** Keeps what is in the tables now. */
    private void remember(Map<Long, Map<String, String>> states) throws SQLException {
        long revision = writer.revision();
        Map<String, String> tables = new TreeMap<>();
        for (String table : tables()) {
            tables.put(
                    table,
                    writer.text("select coalesce(string_agg(r.row, chr(10) order by r.row), '') from (select row("
                            + columns(table) + ")::text as row from " + table + ") r"));
        }
        states.put(revision, tables);
        writer.rollback();
    }

    private Map<String, String> tablesAt(long revision) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        for (String table : tables()) {
            tables.put(table, writer.text(AS_OF.formatted(table, key(table), columns(table), revision)));
        }
        return tables;
    }

    private static Set<String> tables() throws SQLException {
        Set<String> tables = new TreeSet<>(CatalogueData.names(LOGGED));
        tables.removeAll(Set.of("log", "entry", "horizon"));
        return tables;
    }

    private String key(String table) throws SQLException {
        return writer.text(
                "select string_agg('v.' || attname, ', ' order by attname) from pg_index i join pg_attribute a"
                        + " on a.attrelid = i.indrelid and a.attnum = any (i.indkey) where indisprimary and indrelid = '"
                        + table
                        + "'::regclass");
    }

    /** The columns that the history of a table has, too. */
    private String columns(String table) throws SQLException {
        return writer.text("select string_agg(attname, ', ' order by attnum) from pg_attribute where attrelid = '"
                + table + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''");
    }
}
