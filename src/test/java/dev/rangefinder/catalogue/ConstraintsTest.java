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

/** The database itself refuses nonsense, and names the constraint that it would break. */
@QuarkusTest
class ConstraintsTest {

    /**
     * No statement breaks them alone. Every row fits one that is only there to be referred to, once its table has a primary key;
     * an announcement has the number of its transaction; and what is constrained at the commit is tried by WritersTest.
     */
    private static final Set<String> NEVER_BROKEN_ALONE = Set.of(
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

    /** All columns of numbers that have a fraction, each with the constraints on it alone. */
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

    static Stream<Arguments> refused() {
        return Statements.in("refused.sql").stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void a_statement_is_refused_by_the_constraint_that_it_breaks(String constraint, String sql) throws SQLException {
        try (Trial trial = new Trial(database)) {
            assertEquals(constraint, trial.constraintThatRefuses(sql));
        }
    }

    @Test
    void every_constraint_has_been_tried() throws SQLException {
        Set<String> constraints = new TreeSet<>();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(CONSTRAINTS)) {
            while (result.next()) {
                constraints.add(result.getString(1));
            }
        }
        assertTrue(constraints.contains("launch_happens_once"), () -> "found only " + constraints);
        constraints.removeAll(NEVER_BROKEN_ALONE);
        constraints.removeAll(
                Statements.in("refused.sql").stream().map(Entry::getKey).toList());
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
    void every_number_is_finite(String column, List<String> checks) throws SQLException {
        for (String value : List.of("NaN", "Infinity", "-Infinity")) {
            try (Trial trial = new Trial(database)) {
                trial.execute("create temp table trial as select " + column + " from " + column.split("\\.")[0]);
                for (String check : checks) {
                    trial.execute("alter table trial add " + check);
                }
                String insert = "insert into trial values ('" + value + "')";
                SQLException refusal = assertThrows(SQLException.class, () -> trial.execute(insert), value);
                assertEquals("23514", refusal.getSQLState(), refusal::getMessage);
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
    void a_day_that_the_calendar_does_not_have_is_refused(String day) throws SQLException {
        try (Trial trial = new Trial(database)) {
            String sql = "update device set released_on = '" + day + "' where id = {device}";
            SQLException refusal = assertThrows(SQLException.class, () -> trial.execute(sql));
            // 22008 says "date out of range", 23514 that a check has failed
            assertTrue(Set.of("22008", "23514").contains(refusal.getSQLState()), refusal::getMessage);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022", "2022-05", "2022-05-23", "2024-02-29", "2000-02-29", "0001", "9999-12-31"})
    void a_year_a_month_and_a_day_are_stored(String day) throws SQLException {
        try (Trial trial = new Trial(database)) {
            trial.execute("update device set released_on = '" + day + "' where id = {device}");
        }
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @MethodSource("endsThatMayFollowTheirStarts")
    void a_partnership_ends_where_its_end_can_mean_a_day_after_its_start(String start, String end) throws SQLException {
        try (Trial trial = new Trial(database)) {
            trial.execute(dates("started_on, announced_on, ended_on", start, start, end));
        }
    }

    static Stream<Arguments> endsThatMayFollowTheirStarts() {
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
    void a_partnership_does_not_end_before_its_start(String start, String end) throws SQLException {
        try (Trial trial = new Trial(database)) {
            assertEquals(
                    "partnership_ends_after_its_start",
                    trial.constraintThatRefuses(dates("started_on, ended_on", start, end)));
        }
        try (Trial trial = new Trial(database)) {
            assertEquals(
                    "partnership_ends_after_its_announcement",
                    trial.constraintThatRefuses(dates("announced_on, ended_on", start, end)));
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
    void nothing_lies_inside_itself_at_whatever_distance(String chain) throws SQLException {
        List<String> words = List.of(chain.split(" "));
        for (int length = 1; length < words.size(); length++) {
            assertRefusesCycle(words.get(0), words.subList(1, length + 1));
        }
    }

    private void assertRefusesCycle(String table, List<String> keys) throws SQLException {
        String update = "update " + table + " set parent_id = %s where id = %s";
        try (Trial trial = new Trial(database)) {
            for (int i = 1; i < keys.size(); i++) {
                trial.execute(update.formatted(keys.get(i - 1), keys.get(i)));
            }
            String last = update.formatted(keys.get(keys.size() - 1), keys.get(0));
            assertEquals(table + "_parents_form_no_cycle", trial.constraintThatRefuses(last));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RUMOURED", "DISPUTED", "RETRACTED"})
    void what_nobody_states_as_fact_needs_no_citation(String standing) throws SQLException {
        try (Trial trial = new Trial(database)) {
            trial.execute("update device set standing = '" + standing + "' where id = {device}");
        }
    }

    @Test
    void a_claim_needs_a_citation() throws SQLException {
        try (Trial trial = new Trial(database)) {
            SQLException refusal = assertThrows(
                    SQLException.class,
                    () -> trial.execute("insert into claim (standing, device_id) values ('RUMOURED', {device})"));
            assertEquals("23502", refusal.getSQLState());
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
