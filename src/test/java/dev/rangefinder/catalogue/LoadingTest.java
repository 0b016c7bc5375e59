package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.file;
import static dev.rangefinder.catalogue.CatalogueFiles.founding;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.lifecycle.Migrated;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue is loaded into an empty database, completely or not at all. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class LoadingTest {

    private static final String WAITING = """
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%from catalogue for update%'\
        """;

    @Inject
    DataSource database;

    @Inject
    CatalogueLoader loader;

    @TempDir
    Path directory;

    @BeforeEach
    void clear() throws SQLException {
        execute("truncate loading.citation, loading.market, loading.brand, loading.partnership cascade");
    }

    @Test
    void foundingCatalogueIsLoadedIntoAnEmptyDatabase() throws IOException, SQLException {
        assertEquals(
                Optional.of("4 citations, 5 markets, 14 brands, 6 partnerships, 12 members, 7 terms, 3 territories, "
                        + "17 devices, 9 launches, 6 figures, 83 claims"),
                loader.load(founding()));
        assertEquals("10", value("select count(*) from figure_brand"));
        assertEquals("6", value("select count(*) from claim_device"));
        assertEquals("xiaomi-13-series", value("""
            select s.slug from device d join device s on s.id = d.series_id where d.slug = 'xiaomi-13-pro'\
            """));
        assertEquals(
                "001", value("select p.code from market m join market p on p.id = m.parent_id where m.code = 'IN'"));
        assertEquals("BELOW 75000 INR", value("""
            select concat_ws(' ', price_bound, price_amount, price_currency) from launch
            where launched_on = '2024-03-07'\
            """));
        assertEquals("2022-03", value("select ended_on from partnership where slug = 'leica-huawei'"));
    }

    /** A new entity is loaded from the file, too. What a transaction has announced is gone when it has been committed. */
    @Test
    void foundingCatalogueFillsEveryTable() throws IOException, SQLException {
        loader.load(founding());
        assertNull(value("""
            select string_agg(tablename, ', ') from pg_tables
            where schemaname = 'loading' and tablename <> 'announced_change'
                and not (xpath('//exists/text()',
                    query_to_xml(format('select exists (select from loading.%I)', tablename), true, true, ''))) [1]::text::boolean\
            """));
    }

    @Test
    void everyCitationOfARecordMakesAClaimWithItsOwnStanding() throws IOException, SQLException {
        loader.load(founding());
        assertEquals(
                "C0 REPORTED, C1 REPORTED, C2 REPORTED, C3 REPORTED", claimsAboutLeicaAndXiaomi("c.property is null"));
        assertEquals(
                "C0 CONFIRMED WILL_NOT_HAPPEN, C1 RUMOURED WILL_HAPPEN, C2 RUMOURED WILL_HAPPEN",
                claimsAboutLeicaAndXiaomi("c.property = 'endedOn'"));
    }

    private String claimsAboutLeicaAndXiaomi(String condition) throws SQLException {
        return value("""
            select string_agg(concat_ws(' ', q.key, c.standing, c.expectation), ', ' order by q.key)
            from claim c join citation q on q.id = c.citation_id join partnership p on p.id = c.partnership_id
            where p.slug = 'leica-xiaomi' and\s\
            """ + condition);
    }

    @Test
    void loadingACatalogueIsOneRevision() throws IOException, SQLException {
        long before = Long.parseLong(value("select revision from catalogue"));
        loader.load(founding());
        assertEquals(before + 1, Long.parseLong(value("select revision from catalogue")));
    }

    @Test
    void catalogueThatIsNotEmptyIsLeftUnchanged() throws IOException, SQLException {
        execute("insert into citation (key, document) values ('C1', 'one.txt')");
        assertEquals(Optional.empty(), loader.load(founding()));
        assertEquals("1", value("select count(*) from citation"));
        assertEquals("0", value("select count(*) from brand"));
    }

    @Test
    void onlyOneOfTwoConcurrentReplicasLoadsTheCatalogue() throws IOException, SQLException {
        CatalogueFile file = founding();
        List<CompletableFuture<Optional<String>>> replicas;
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("select from catalogue for update");
            replicas = Stream.of(1, 2)
                    .map(replica ->
                            CompletableFuture.supplyAsync(() -> loader.load(file), task -> new Thread(task).start()))
                    .toList();
            Awaitility.await().until(() -> value(WAITING).equals("2"));
            first.rollback();
            first.setAutoCommit(true);
        }
        assertEquals(
                1,
                replicas.stream().filter(replica -> replica.join().isPresent()).count());
        assertEquals("14", value("select count(*) from brand"));
    }

    @Test
    void violatedConstraintIsReportedWithItsRecordAndNothingIsStored() throws Exception {
        CatalogueFile file = file(BASICS);
        execute("alter table loading.brand add constraint brand_is_no_phone check (slug <> 'phone')");
        try {
            InvalidCatalogueException rejection =
                    assertThrows(InvalidCatalogueException.class, () -> loader.load(file));
            assertEquals(
                    "Nothing was loaded from test.yaml:\n"
                            + "  brands[1] (line 5): is rejected by the database: brand_is_no_phone",
                    rejection.getMessage());
        } finally {
            execute("alter table loading.brand drop constraint brand_is_no_phone");
        }
        assertTrue(loader.isEmpty());
    }

    @Test
    void brokenFileStopsTheStartAndNothingIsStored() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.yaml"), BASICS + "devices:\n  - {slug: phone-1}\n");
        InvalidCatalogueException rejection = assertThrows(InvalidCatalogueException.class, () -> start(true, broken));
        assertEquals(
                List.of(
                        "devices[0].name (line 7): is missing",
                        "devices[0].kind (line 7): is missing",
                        "devices[0].brand (line 7): is missing",
                        "devices[0].cited (line 7): is missing: a confirmed or reported record needs a citation"),
                rejection.mistakes().stream().map(Mistake::toString).toList());
        assertTrue(loader.isEmpty());
    }

    @Test
    void missingFileStopsTheStart() {
        Path missing = directory.resolve("missing.yaml");
        ConfigurationException rejection = assertThrows(ConfigurationException.class, () -> start(true, missing));
        assertEquals("rangefinder.catalogue.file: " + missing + " is not a readable file", rejection.getMessage());
    }

    @Test
    void configuredFileIsLoadedWithItsRecordsInAnyOrder() throws IOException, SQLException {
        start(true, Files.writeString(directory.resolve("other.yaml"), """
            devices:
              - {slug: b-1, name: B 1, kind: MODEL, series: b-series, brand: b, standing: RUMOURED}
              - {slug: b-series, name: B series, kind: SERIES, brand: b, standing: RUMOURED}
            brands:
              - {slug: c, name: C, makes: HANDSETS, parent: b, standing: RUMOURED}
              - {slug: b, name: B, makes: HANDSETS, parent: a, homeMarket: XA, standing: RUMOURED}
              - {slug: a, name: A, makes: HANDSETS, standing: RUMOURED}
            markets: [{code: XA, name: Atlantis, kind: COUNTRY}]
            """));
        assertEquals("a, b, c", value("select string_agg(slug, ', ' order by id) from brand"));
        assertEquals("b-series, b-1", value("select string_agg(slug, ', ' order by id) from device"));
    }

    @Test
    void catalogueIsLoadedOnlyIfConfigured() {
        start(false, null);
        assertTrue(loader.isEmpty());
        start(true, null);
        start(true, null);
        assertEquals(false, loader.isEmpty());
    }

    private void start(boolean load, @Nullable Path file) {
        FoundingCatalogue catalogue = new FoundingCatalogue(new Settings(load, Optional.ofNullable(file)), loader);
        catalogue.check(new StartupEvent());
        catalogue.loadAtStart(new Migrated());
    }

    private record Settings(boolean load, Optional<Path> file) implements CatalogueConfig {}

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String value(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
