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
     * Constraints that no statement violates. Some exist only to be referenced and hold wherever the primary key does;
     * an announcement has the number of its transaction; the price of a launch is derived; and WritersTest covers what
     * is checked against concurrent transactions at the commit.
     */
    private static final Set<String> NEVER_VIOLATED = Set.of(
            "device_kind_is_unambiguous",
            "device_release_is_unambiguous",
            "launch_is_of_its_device",
            "variant_is_of_its_device",
            "launch_price_is_whole",
            "launch_price_bound_is_known",
            "announced_change_pk",
            "announced_change_takes_a_revision");

    /** Tables whose rows always have a value, so that without any claim it is the value that is not claimed. */
    private static final Set<String> NEVER_WITHOUT_VALUES = Set.of(
            "alias",
            "contribution",
            "device",
            "event",
            "figure",
            "launch",
            "launch_price",
            "member",
            "ownership",
            "term",
            "territory",
            "variant");

    /** The constraints on the evidence of each table that claims can be about. */
    private static final String EVIDENCE = """
        select name || '_values_are_claimed' from subjects() name where name <> 'citation'
        union all
        select name || '_is_claimed' from subjects() name where name <> 'citation'\
        """;

    private static final String CONSTRAINTS = """
        select conname from pg_constraint
        left join pg_class t on t.oid = conrelid
        where connamespace = current_schema()::regnamespace and contype <> 'n'
          and t.relname is distinct from 'flyway_schema_history'\
        """;

    private static final String NUMBERS = """
        select table_name, column_name from information_schema.columns
        where table_schema = current_schema() and data_type in ('numeric', 'real', 'double precision')\
        """;

    private static final String PARTNERSHIP =
            "insert into partnership (slug, name, %s) values ('constraints-dates', 'Dates', %s)";

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
        Set<String> constraints = CatalogueData.names(CONSTRAINTS);
        assertTrue(constraints.contains("launch_device_exists"), () -> "found only " + constraints);
        constraints.removeIf(name -> name.endsWith("_at_commit"));
        constraints.removeAll(NEVER_VIOLATED);
        assertEquals(Set.of(), withoutViolation(constraints));
    }

    @Test
    void everyConstraintOnEvidenceIsViolatedByAStatement() throws SQLException {
        Set<String> constraints = CatalogueData.names(EVIDENCE);
        assertTrue(constraints.contains("brand_is_claimed"), () -> "found only " + constraints);
        NEVER_WITHOUT_VALUES.forEach(table -> constraints.remove(table + "_is_claimed"));
        assertEquals(Set.of(), withoutViolation(constraints));
    }

    private static Set<String> withoutViolation(Set<String> constraints) {
        constraints.removeAll(
                NamedStatements.in("violations.sql").stream().map(Entry::getKey).toList());
        return constraints;
    }

    @Test
    void recordsWithClaimsForAllValuesSatisfyAllConstraints() throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            trial.execute("set constraints all immediate");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alias",
                "claim",
                "collaboration",
                "contribution",
                "device",
                "event",
                "figure",
                "launch",
                "launch_price",
                "member",
                "ownership",
                "partnership",
                "speaker",
                "term",
                "territory",
                "variant"
            })
    void recordCanBeDeletedWithItsPartsAndClaims(String table) throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            trial.execute("delete from " + table + " where id = {" + table + "}");
            trial.execute("set constraints all immediate");
        }
    }

    static Stream<Arguments> numbers() throws SQLException {
        Stream.Builder<Arguments> numbers = Stream.builder();
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery(NUMBERS)) {
            while (result.next()) {
                numbers.add(Arguments.of(result.getString(1), result.getString(2)));
            }
        }
        return numbers.build();
    }

    @ParameterizedTest(name = "{0}.{1}")
    @MethodSource("numbers")
    void everyNumberIsFinite(String table, String column) throws SQLException {
        for (String value : List.of("NaN", "Infinity", "-Infinity", "1e18", "-1e18")) {
            try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
                trial.execute("create temp table trial as select " + column + " from " + table); // keeps the domain
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

    static Stream<Arguments> hierarchies() {
        return Stream.of(
                Arguments.of(
                        "market_parents",
                        "insert into market_parent (child_id, parent_id) values (%s, %s)",
                        List.of("{region}", "{subregion}", "{district}")),
                Arguments.of(
                        "owners",
                        "insert into ownership (brand_id, owner_id) values (%s, %s)",
                        List.of("{optics}", "{handset}", "{daughter}")),
                Arguments.of(
                        "series",
                        "update device set series_id = %2$s where id = %1$s",
                        List.of("{series}", "{subseries}", "{generation}")),
                Arguments.of(
                        "partnership_successions",
                        "update partnership set succeeds_id = %2$s where id = %1$s",
                        List.of("{partnership}", "{predecessor}", "{successor}")),
                Arguments.of(
                        "citations",
                        "insert into citation_basis (citation_id, basis_id) values (%s, %s)",
                        List.of("{original}", "{origin}", "{citation}")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hierarchies")
    void cycleIsRejectedAtAnyLength(String relation, String link, List<String> keys) throws SQLException {
        int shortest = relation.equals("owners") ? 2 : 1; // another constraint says that no brand owns itself
        for (int length = shortest; length <= keys.size(); length++) {
            try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
                for (int i = 1; i < length; i++) {
                    trial.execute(link.formatted(keys.get(i), keys.get(i - 1)));
                }
                String last = link.formatted(keys.get(0), keys.get(length - 1));
                assertEquals(relation + "_form_no_cycle", trial.constraintViolatedBy(last));
            }
        }
    }

    @Test
    void claimWithoutCitationIsRejected() throws SQLException {
        try (RolledBackTransaction trial = new RolledBackTransaction(database)) {
            SQLException rejection = assertThrows(
                    SQLException.class, () -> trial.execute("insert into claim (device_id) values ({device})"));
            assertEquals("23502", rejection.getSQLState());
        }
    }

    @Test
    void everyForeignKeyHasAnIndex() throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet result = statement.executeQuery("""
                    select string_agg(format('%s.%I', conrelid::regclass, attname), ', ')
                    from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1]
                    where contype = 'f' and connamespace = current_schema()::regnamespace
                      and not exists (select from pg_index where indrelid = conrelid and indkey[0] = conkey[1])\
                    """)) {
            result.next();
            assertNull(result.getString(1));
        }
    }
}
