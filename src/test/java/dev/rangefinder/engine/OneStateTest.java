package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.ask;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.sql.TestDatabase;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An answer never mixes two states, however much is changed while it is read. */
@QuarkusTest
class OneStateTest {

    private static final long MILLISECONDS = 3_000;
    private static final int READERS = 3;
    private static final Pattern STATE = Pattern.compile("State ([0-9]+)");
    private static final String WALK = """
            {
              child: brand(slug: "one-state-child") {
                name
                parent { name devices { nodes { name brand { name parent { name } } } } }
                devices(first: 5) { totalCount nodes { name brand { name devices { nodes { name } } } } }
              }
              devices(filter: { slug: { startsWith: "one-state-" } }) { nodes { name brand { parent { name } name } } }
              again: brand(slug: "one-state-parent") { name }
            }""";

    private static AgroalDataSource writer;

    @BeforeAll
    static void addRows() throws SQLException {
        writer = TestDatabase.ofService(1);
        run("""
                insert into brand (slug, name, makes, standing) values
                    ('one-state-parent', 'State 0', 'HANDSETS', 'RUMOURED'),
                    ('one-state-child', 'State 0', 'HANDSETS', 'RUMOURED');
                update brand set parent_id = (select id from brand where slug = 'one-state-parent')
                where slug = 'one-state-child';
                insert into device (slug, name, kind, brand_id, standing)
                select 'one-state-' || n, 'State 0', 'MODEL', id, 'RUMOURED'
                from brand, generate_series(1, 4) n where slug = 'one-state-child'""");
    }

    @AfterAll
    static void removeRows() throws SQLException {
        run("delete from device where slug like 'one-state-%'");
        run("delete from brand where slug = 'one-state-child'");
        run("delete from brand where slug = 'one-state-parent'");
        writer.close();
    }

    private static void run(String statements) throws SQLException {
        try (Connection connection = writer.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(statements);
            connection.commit();
        }
    }

    @Test
    void answersNeverMixStates() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLISECONDS);
        List<Future<Set<String>>> seen = new ArrayList<>();
        for (int reader = 0; reader < READERS; reader++) {
            seen.add(readers.submit(() -> walkUntil(end)));
        }
        for (int state = 1; System.nanoTime() < end; state++) {
            run("update brand set name = 'State %1$d' where slug like 'one-state-%%';".formatted(state)
                    + "update device set name = 'State %1$d' where slug like 'one-state-%%'".formatted(state));
        }
        Set<String> states = new TreeSet<>();
        for (Future<Set<String>> one : seen) {
            states.addAll(one.get());
        }
        readers.shutdown();
        assertTrue(states.size() > 10, () -> "only a few states were seen: " + states);
    }

    private static Set<String> walkUntil(long end) {
        Set<String> states = new TreeSet<>();
        while (System.nanoTime() < end) {
            String answer = ask(WALK).body("errors", nullValue()).extract().asString();
            Set<String> found = new TreeSet<>();
            STATE.matcher(answer).results().map(one -> one.group(1)).forEach(found::add);
            assertEquals(1, found.size(), () -> "mixed states: " + answer);
            states.addAll(found);
        }
        return states;
    }
}
