package dev.rangefinder.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The database rejects invalid rows, and names the violated constraint. */
@QuarkusTest
class ConstraintsTest {

    /**
     * Constraints that no single statement violates. One exists only to be referenced and holds wherever the primary
     * key does; an announcement has the number of its transaction; and WritersTest covers what is checked at the
     * commit.
     */
    private static final Set<String> NEVER_VIOLATED_ALONE = Set.of(
            "device_kind_is_unambiguous",
            "announced_change_pk",
            "announced_change_takes_a_revision",
            "market_parents_form_no_cycle_at_commit",
            "brand_parents_form_no_cycle_at_commit");

    private static final String CONSTRAINTS = """
        select conname from pg_constraint
        left join pg_class t on t.oid = conrelid
        where connamespace = current_schema()::regnamespace and contype <> 'n'
          and t.relname is distinct from 'flyway_schema_history'\
        """;

    /** All columns of fractional numbers, each with the constraints on that column alone. */
    private static final String NUMBERS = """
        select format('%I.%I', table_name, column_name),
          array(select pg_get_constraintdef(oid) from pg_constraint
            where contype = 'c' and conrelid = format('%I.%I', table_schema, table_name)::regclass
              and conkey = array[ordinal_position::smallint])
        from information_schema.columns
        where table_schema = current_schema() and data_type in ('numeric', 'real', 'double precision')\
        """;

    private static final String PARTNERSHIP = "insert into partnership (slug, name, standing, %s) "
            + "values ('constraints-dates', 'Dates', 'RUMOURED', %s)";

    private static Connection database;

    @BeforeAll
    static void connect() {
        database = CatalogueData.connect();
    }

    @AfterAll
    static void disconnect() throws SQLException {
        database.close();
    }

    static Stream<Arguments> violations() {
        return NamedStatements.in("violations.sql").stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("violations")
    void statementIsRejectedByTheConstraintThatItViolates(String constraint, String sql) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            assertEquals(constraint, trial.constraintViolatedBy(sql));
        }
    }

    @Test
    void everyConstraintIsViolatedByAStatement() throws SQLException {
        Set<String> constraints = new TreeSet<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(CONSTRAINTS)) {
            while (result.next()) {
                constraints.add(result.getString(1));
            }
        }
        assertTrue(constraints.contains("launch_happens_once"), () -> "found only " + constraints);
        constraints.removeAll(NEVER_VIOLATED_ALONE);
        constraints.removeAll(
                NamedStatements.in("violations.sql").stream().map(Entry::getKey).toList());
        assertEquals(Set.of(), constraints);
    }

    static Stream<Arguments> numbers() throws SQLException {
        Stream.Builder<Arguments> numbers = Stream.builder();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(NUMBERS)) {
            while (result.next()) {
                String[] checks = (String[]) result.getArray(2).getArray();
                numbers.add(Arguments.of(result.getString(1), List.of(checks)));
            }
        }
        return numbers.build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    void everyNumberIsFinite(String column, List<String> checks) throws SQLException {
        for (String value : List.of("NaN", "Infinity", "-Infinity")) {
            try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
                trial.execute("create temp table trial as select " + column + " from " + column.split("\\.")[0]);
                for (String check : checks) {
                    trial.execute("alter table trial add " + check);
                }
                String insert = "insert into trial values ('" + value + "')";
                SQLException rejection = assertThrows(SQLException.class, () -> trial.execute(insert), value);
                assertEquals("23514", rejection.getSQLState(), rejection::getMessage);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-02-29",
                "1900-02-29",
                "2022-04-31",
                "2022-13",
                "2022-00",
                "2022-05-00",
                "22",
                "2022-5",
                "0000",
                ""
            })
    void invalidDateIsRejected(String day) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            String sql = "update device set released_on = '" + day + "' where id = {device}";
            SQLException rejection = assertThrows(SQLException.class, () -> trial.execute(sql));
            // 22008 is "date out of range", 23514 a violated check
            assertTrue(Set.of("22008", "23514").contains(rejection.getSQLState()), rejection::getMessage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022", "2022-05", "2022-05-23", "2024-02-29", "2000-02-29", "0001", "9999-12-31"})
    void partialDateIsStored(String day) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            trial.execute("update device set released_on = '" + day + "' where id = {device}");
        }
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("endsThatCanFollowTheirStarts")
    void partnershipMayEndOnADateThatCanFollowItsStart(String start, String end) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            trial.execute(dates("started_on, announced_on, ended_on", start, start, end));
        }
    }

    static Stream<Arguments> endsThatCanFollowTheirStarts() {
        return Stream.of(
                Arguments.of("2022-05", "2022"),
                Arguments.of("2022-12-31", "2022"),
                Arguments.of("2022-05-31", "2022-05"),
                Arguments.of("2022", "2022-01-01"),
                Arguments.of("2022-05", "2022-05-01"),
                Arguments.of("2022-05-23", "2022-05-23"),
                Arguments.of("2021-12-31", "2022"));
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("endsBeforeTheirStarts")
    void partnershipCannotEndBeforeItStarts(String start, String end) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            assertEquals(
                    "partnership_ends_after_its_start",
                    trial.constraintViolatedBy(dates("started_on, ended_on", start, end)));
        }
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            assertEquals(
                    "partnership_ends_after_its_announcement",
                    trial.constraintViolatedBy(dates("announced_on, ended_on", start, end)));
        }
    }

    static Stream<Arguments> endsBeforeTheirStarts() {
        return Stream.of(
                Arguments.of("2022", "2021"),
                Arguments.of("2022", "2021-12-31"),
                Arguments.of("2022-04-01", "2022-03"),
                Arguments.of("2022-04", "2022-03-31"),
                Arguments.of("2022-05-24", "2022-05-23"));
    }

    private static String dates(String columns, String... dates) {
        return PARTNERSHIP.formatted(columns, "'" + String.join("', '", dates) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"market {region} {subregion} {district}", "brand {optics} {handset} {daughter}"})
    void cycleOfParentsIsRejectedAtAnyLength(String chain) throws SQLException {
        List<String> words = List.of(chain.split(" "));
        for (int length = 1; length < words.size(); length++) {
            assertCycleIsRejected(words.get(0), words.subList(1, length + 1));
        }
    }

    private void assertCycleIsRejected(String table, List<String> keys) throws SQLException {
        String update = "update " + table + " set parent_id = %s where id = %s";
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            for (int i = 1; i < keys.size(); i++) {
                trial.execute(update.formatted(keys.get(i - 1), keys.get(i)));
            }
            String last = update.formatted(keys.get(keys.size() - 1), keys.get(0));
            assertEquals(table + "_parents_form_no_cycle", trial.constraintViolatedBy(last));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUMOURED", "DISPUTED", "RETRACTED"})
    void recordThatIsNotStatedAsFactNeedsNoCitation(String standing) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            trial.execute("update device set standing = '" + standing + "' where id = {device}");
        }
    }

    @Test
    void claimWithoutCitationIsRejected() throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            SQLException rejection = assertThrows(
                    SQLException.class,
                    () -> trial.execute("insert into claim (standing, device_id) values ('RUMOURED', {device})"));
            assertEquals("23502", rejection.getSQLState());
        }
    }

    /** Records are not looked up by their citation. */
    @Test
    void everyForeignKeyHasAnIndex() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("""
                    select string_agg(format('%s.%I', conrelid::regclass, attname), ', ')
                    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                    where contype = 'f' and connamespace = current_schema()::regnamespace and attname <> 'citation_id'
                      and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])\
                    """)) {
            result.next();
            assertNull(result.getString(1));
        }
    }
}
