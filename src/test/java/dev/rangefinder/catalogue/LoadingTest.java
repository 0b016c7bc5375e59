package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.CatalogueFiles.BASICS;
import static dev.rangefinder.catalogue.CatalogueFiles.file;
import static dev.rangefinder.catalogue.CatalogueFiles.founding;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue is loaded into an empty database, completely or not at all. */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class LoadingTest extends EmptyCatalogue {

    private static final String WAITING = """
        select count(*) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%pg_advisory_xact_lock%'\
        """;

    @Inject
    CatalogueLoader loader;

    @TempDir
    Path directory;

    @Test
    void foundingCatalogueIsLoadedIntoAnEmptyDatabase() throws IOException, SQLException {
        assertEquals(
                Optional.of("8 citations, 5 speakers, 14 brands, 6 partnerships, 17 devices, 8 launches, 9 figures, "
                        + "4 events, 281 markets, 870 claims"),
                loader.load(founding()));
        assertEquals("13", value("select count(*) from figure_brand"));
        assertEquals("xiaomi-13-series", value("""
            select s.slug from device d join device s on s.id = d.series_id where d.slug = 'xiaomi-13-pro'\
            """));
        assertEquals("003, 019", value("""
            select string_agg(p.code, ', ' order by p.code)
            from market_parent l join market m on m.id = l.child_id join market p on p.id = l.parent_id
            where m.code = '021'\
            """));
        assertEquals("BELOW 75000 INR", value("""
            select concat_ws(' ', price_bound, price_amount, price_currency) from launch
            where launched_on = '2024-03-07'\
            """));
        assertEquals("2022-03", value("select ended_on from partnership where slug = 'leica-huawei'"));
    }

    /** A new entity is loaded from the file, too. No document names a variant of a device. */
    @Test
    void foundingCatalogueFillsEveryTableThatItsDocumentsHaveFactsFor() throws IOException, SQLException {
        loader.load(founding());
        assertEquals("variant", value("""
            select string_agg(tablename, ', ') from pg_tables
            where schemaname = 'loading' and tablename not in ('announced_change', 'changed_subject', 'executed_mutation')
                and not (xpath('//exists/text()',
                    query_to_xml(format('select exists (select from loading.%I)', tablename), true, true, ''))) [1]::text::boolean\
            """));
    }

    @Test
    void standingAndCitationOfARecordFollowFromItsClaims() throws IOException, SQLException {
        loader.load(founding());
        assertEquals("CONFIRMED T", value("""
            select p.standing || ' ' || c.key from partnership p join citation c on c.id = p.citation_id
            where p.slug = 'leica-xiaomi'\
            """));
        assertEquals("RUMOURED C2", value("""
            select d.standing || ' ' || c.key from device d join citation c on c.id = d.citation_id
            where d.slug = 'xiaomi-16'\
            """));
    }

    @Test
    void claimThatStatesAllValuesIsOneClaimForEach() throws IOException, SQLException {
        loader.load(file(BASICS + """
            partnerships:
              - slug: glass-phone
                name: Glass and Phone
                startedOn: 2022
                lines: [A series, B series]
                terms:
                  - kind: PRICE
                    amount: {from: 1, to: 1000.50, toExcluded: true, currency: USD}
                    claims: [{citation: C9, standing: RUMOURED, likelihood: LIKELY, states: all, remark: a leak}]
                claims: [{citation: C9, states: all}]
            """));
        assertEquals("lines A series, lines B series, startedOn 2022", value("""
            select string_agg(property || ' ' || value, ', ' order by id) from claim where partnership_id is not null\
            """));
        assertEquals("amount 1 below 1000.50 USD, kind PRICE", value("""
            select string_agg(property || ' ' || value, ', ' order by id) from claim
            where term_id is not null and standing = 'RUMOURED' and likelihood = 'LIKELY' and remark = 'a leak'\
            """));
    }

    @Test
    void claimsAreStoredWithWhatTheyForesee() throws IOException, SQLException {
        loader.load(file(BASICS + """
            speakers: [{slug: ann, name: Ann, claims: [{citation: C9}]}]
            partnerships:
              - slug: glass-phone
                name: Glass and Phone
                claims:
                  - citation: C9
                    speaker: ann
                    standing: RUMOURED
                    likelihood: POSSIBLE
                    property: endedOn
                    foreseen: true
                    expectedOn: 2030
                    expected: With the next phone
                    effects:
                      - {kind: AFFECTED, device: phone-1}
                      - {kind: BENEFITS, brand: phone, statement: Lower cost}
                    effectsAreOpen: true
                  - {citation: C9}
            devices: [{slug: phone-1, name: Phone 1, kind: MODEL, brand: phone, %s}]
            """.formatted(CatalogueFiles.STATED)));
        assertEquals("C9 ann RUMOURED POSSIBLE endedOn t 2030 With the next phone t", value("""
            select concat_ws(' ', c.key, s.slug, q.standing, q.likelihood, q.property, q.foreseen, q.expected_on, q.expected,
                q.open_ended)
            from claim q join citation c on c.id = q.source_id join speaker s on s.id = q.spoken_by_id\
            """));
        assertEquals("AFFECTED phone-1, BENEFITS phone Lower cost", value("""
            select string_agg(concat_ws(' ', e.kind, b.slug, d.slug, e.statement), ', ' order by e.id)
            from effect e left join brand b on b.id = e.brand_id left join device d on d.id = e.device_id\
            """));
    }

    @Test
    void priceOfAVariantIsLinkedToIt() throws IOException, SQLException {
        loader.load(file(BASICS + """
            devices:
              - slug: phone-1
                name: Phone 1
                kind: MODEL
                brand: phone
                variants: [{code: P1-256, storage: 256, %1$s}]
                %1$s
            launches:
              - device: phone-1
                market: XA
                status: LAUNCHED
                prices:
                  - {amount: 999, currency: USD, variant: P1-256, on: 2022, %1$s}
                  - {amount: 899, currency: USD, variant: P1-256, on: 2023, %1$s}
                %1$s
            """.formatted(CatalogueFiles.STATED)));
        assertEquals("899 EXACT", value("select price_amount || ' ' || price_bound from launch"));
        assertEquals("256", value("select distinct storage from variant v join launch_price p on p.variant_id = v.id"));
    }

    @Test
    void loadingACatalogueIsOneRevision() throws IOException, SQLException {
        long before = Long.parseLong(value("select revision from catalogue"));
        loader.load(founding());
        assertEquals(before + 1, Long.parseLong(value("select revision from catalogue")));
    }

    @Test
    void catalogueThatIsNotEmptyIsLeftUnchanged() throws IOException, SQLException {
        execute("insert into citation (key) values ('C1')");
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
            statement.execute(Importer.AWAIT_OTHERS); // as the first replica does
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
                            + "  brands[1] (line 5): is rejected by the database: brand_is_no_phone [REJECTED_BY_DATABASE]",
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
                        "devices[0].name (line 7): is missing [MISSING_KEY]",
                        "devices[0].kind (line 7): is missing [MISSING_KEY]",
                        "devices[0].brand (line 7): is missing [MISSING_KEY]",
                        "devices[0].claims (line 7): is missing [MISSING_KEY]"),
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
            launches: [{device: b-1, market: XA, status: LAUNCHED, %1$s}]
            devices:
              - {slug: b-1, name: B 1, kind: MODEL, series: b-minor, brand: b, %1$s}
              - {slug: b-minor, name: B minor, kind: SERIES, series: b-series, brand: b, %1$s}
              - {slug: b-series, name: B series, kind: SERIES, brand: b, %1$s}
            partnerships:
              - {slug: a-c, name: A and C, succeeds: a-b, %1$s}
              - {slug: a-b, name: A and B, claims: [{citation: C9}]}
            brands:
              - {slug: c, name: C, ownerships: [{owner: b, %1$s}], claims: [{citation: C9}]}
              - {slug: b, name: B, homeMarket: XA, %1$s}
            markets:
              - {code: XA, name: Atlantis, kind: COUNTRY, parents: [990], %1$s}
              - {code: 990, name: Ocean, kind: REGION, claims: [{citation: C9}]}
            citations: [{key: C9, basedOn: [C8], paidBy: [c]}, {key: C8}]
            """.formatted(CatalogueFiles.STATED)));
        assertEquals("a-b", value("""
            select e.slug from partnership p join partnership e on e.id = p.succeeds_id where p.slug = 'a-c'\
            """));
        assertEquals("b-1 b-minor, b-minor b-series", value("""
            select string_agg(d.slug || ' ' || s.slug, ', ' order by d.slug)
            from device d join device s on s.id = d.series_id\
            """));
    }

    /** The database derives evidence at the commit, so that its constraints are violated no earlier. */
    @Test
    void constraintThatIsCheckedAtTheCommitIsReportedByItsName() throws Exception {
        CatalogueFile file = file(BASICS);
        execute("""
            create or replace view loading.brand_value as
                select id, 'makes' as property, unnest(makes) as value from brand
                union all
                select b.id, 'homeMarket', m.code from brand b join market m on m.id = b.home_market_id
                union all
                select id, 'name', name from brand where (select count(*) from claim where property = 'makes') > 1
            """);
        try {
            InvalidCatalogueException rejection =
                    assertThrows(InvalidCatalogueException.class, () -> loader.load(file));
            assertEquals(
                    "Nothing was loaded from test.yaml:\n"
                            + "  is rejected by the database: brand_values_are_claimed (name) [REJECTED_BY_DATABASE]",
                    rejection.getMessage());
        } finally {
            execute("""
                create or replace view loading.brand_value as
                    select id, 'makes' as property, unnest(makes) as value from brand
                    union all
                    select b.id, 'homeMarket', m.code from brand b join market m on m.id = b.home_market_id
                """);
        }
        assertTrue(loader.isEmpty());
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
}
