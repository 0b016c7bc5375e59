package dev.rangefinder.generated;

import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A search does little work, whatever it searches for, and whether it finds many objects or none. */
@Tag("generated")
@QuarkusTest
class SearchWorkTest {

    private static final int MAX_BLOCKS = 1_000;
    private static final Duration MAX_CPU_TIME = Duration.ofMillis(30);

    /** The CPU time of a process is measured in hundredths of a second. */
    private static final int TIMES = 5;

    @Inject
    DataSource dataSource;

    @BeforeEach
    void generate() throws SQLException {
        GeneratedCatalogue.load(dataSource, System.getProperty("generate.size", "small"));
        search("warm", TIMES); // the first searches of a session plan their statements
    }

    private static List<String> queries() throws IOException {
        try (InputStream list = SearchWorkTest.class.getResourceAsStream("/search/work.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** Searches several times: other aliases make other documents, whose answers are not cached. */
    private static void search(String query, int times) {
        for (int i = 0; i < times; i++) {
            String document = "query ($query: String!) { a%d_%d: search(query: $query) { edges { cursor } } }"
                    .formatted(i, System.nanoTime());
            data(document, Map.of("query", query));
        }
    }

    @Test
    void searchReadsFewBlocksForAnyQuery() throws SQLException, IOException {
        List<String> beyond = new ArrayList<>();
        List<String> queries = queries();
        assertEquals(200, queries.size());
        for (String query : queries) {
            long blocks = blocksOf(query);
            if (blocks > MAX_BLOCKS) {
                beyond.add(query + ": " + blocks);
            }
        }
        assertEquals(List.of(), beyond);
    }

    private long blocksOf(String query) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
            search(query, 1);
            try (ResultSet blocks = statement.executeQuery(
                    "select sum(calls), sum(shared_blks_hit + shared_blks_read) from pg_stat_statements where query like '%from search(%'")) {
                blocks.next();
                assertEquals(1, blocks.getInt(1));
                return blocks.getLong(2);
            }
        }
    }

    @Test
    void searchTakesLittleTimeForAnyQuery() throws SQLException, IOException {
        DatabaseWork work = new DatabaseWork(dataSource);
        List<String> beyond = new ArrayList<>();
        for (String query : queries()) {
            Duration each = work.during(() -> search(query, TIMES)).dividedBy(TIMES);
            if (each.compareTo(MAX_CPU_TIME) > 0) {
                beyond.add(query + ": " + each.toMillis() + " ms");
            }
        }
        assertTrue(beyond.isEmpty(), beyond::toString);
    }
}
