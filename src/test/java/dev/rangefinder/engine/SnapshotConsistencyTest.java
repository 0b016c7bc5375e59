package dev.rangefinder.engine;

import static dev.rangefinder.GraphQLClient.query;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.BrandRows;
import dev.rangefinder.CatalogueData;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer never mixes two states of the catalogue, even under concurrent changes. */
@QuarkusTest
@Timeout(300)
class SnapshotConsistencyTest {

    private static final int READERS = 3;
    private static final int STATES = 100;
    private static final Pattern STATE = Pattern.compile("State [0-9]+");
    private static final String QUERY = """
            {
              child: brand(slug: "one-state-child") {
                name
                parent { name devices { nodes { name brand { name parent { name } } } } }
                devices(first: 5) { totalCount nodes { name brand { name devices { nodes { name } } } } }
              }
              devices(filter: { slug: { startsWith: "one-state-" } }) { nodes { name brand { parent { name } name } } }
              again: brand(slug: "one-state-parent") { name }
            }""";

    private static Connection writer;

    @BeforeAll
    static void addRows() throws SQLException {
        writer = CatalogueData.connect();
        writer.setAutoCommit(false);
        run(BrandRows.insert("values ('one-state-parent', 'State 0'), ('one-state-child', 'State 0')") + """
                ;
                insert into ownership (brand_id, owner_id)
                select child.id, parent.id from brand child, brand parent
                where child.slug = 'one-state-child' and parent.slug = 'one-state-parent';
                insert into device (slug, name, kind, brand_id)
                select 'one-state-' || n, 'State 0', 'MODEL', id
                from brand, generate_series(1, 4) n where slug = 'one-state-child';
                insert into claim (source_id, property, value, ownership_id)
                select (select min(id) from citation), v.property, v.value, v.id
                from ownership_value v join ownership using (id) join brand b on b.id = brand_id
                where b.slug = 'one-state-child';
                insert into claim (source_id, property, value, device_id)
                select (select min(id) from citation), v.property, v.value, v.id
                from device_value v join device d using (id) where d.slug like 'one-state-%'""");
    }

    @AfterAll
    static void removeRows() throws SQLException {
        run("delete from device where slug like 'one-state-%'");
        run("delete from brand where slug = 'one-state-child'");
        run("delete from brand where slug = 'one-state-parent'");
        writer.close();
    }

    private static void run(String statements) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            statement.execute(statements);
            writer.commit();
        }
    }

    @Test
    void answerHasOneStateUnderConcurrentChanges() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        Set<String> states = ConcurrentHashMap.newKeySet();
        List<? extends Future<?>> queries = Stream.generate(() -> readers.submit(() -> readStates(states)))
                .limit(READERS)
                .toList();
        for (int state = 1; !queries.stream().allMatch(Future::isDone); state++) {
            run("update brand set name = 'State %1$d' where slug like 'one-state-%%';".formatted(state)
                    + "update device set name = 'State %1$d' where slug like 'one-state-%%'".formatted(state));
        }
        for (Future<?> query : queries) {
            query.get();
        }
        readers.shutdown();
    }

    /** Sends the query until enough states have been observed. */
    private static void readStates(Set<String> states) {
        while (states.size() < STATES) {
            String answer = query(QUERY).body("errors", nullValue()).extract().asString();
            Set<String> found =
                    STATE.matcher(answer).results().map(MatchResult::group).collect(Collectors.toSet());
            assertEquals(1, found.size(), () -> "mixed states: " + answer);
            states.addAll(found);
        }
    }
}
