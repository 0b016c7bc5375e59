package dev.rangefinder.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.RowBuilder;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Every order of every connection in both directions, with missing values last and first, by pages of several sizes, with ties.
 */
@QuarkusTest
class OrderTest {

    /** A row: its name, and the value by which it is ordered. */
    private record Ordered(String name, String value) {}

    /** Dates with ties and gaps; an empty text is a missing date. */
    private static final List<String> DATES = List.of("2022", "2021-05", "", "2022-05-23", "2022", "", "2021-05");

    private static final List<String> NAMES = List.of("b", "A", "b", "a", "B b", "É", "Z");

    private final CatalogueData data = new CatalogueData();
    private final StoredRow owner = data.brand("owner").save();

    @Test
    void brandsAreOrderedBySlugOrName() {
        StoredRow home = data.country().save();
        List<Ordered> brands = numbered(
                NAMES,
                (n, name) -> data.brand(n + "")
                        .with("name", name)
                        .with("home_market_id", home)
                        .save());
        String filter = "{homeMarket: {eq: $owner}}";
        assertOrdered(bySlug(brands), "brands", "slug", filter, "SLUG", home.name());
        assertOrdered(brands, "brands", "slug", filter, "NAME", home.name());
    }

    @Test
    void partnershipsAreOrderedBySlugOrDate() {
        List<Ordered> partnerships = numbered(DATES, (n, date) -> {
            RowBuilder partnership = data.partnership(n + "");
            for (String column : List.of("signed_on", "announced_on", "started_on", "ended_on")) {
                dated(partnership, column, date);
            }
            StoredRow saved = partnership.save();
            data.member(saved, owner, "HANDSET_MAKER").save();
            return saved;
        });
        String filter = "{members: {some: {brand: {eq: $owner}}}}";
        assertOrdered(bySlug(partnerships), "partnerships", "slug", filter, "SLUG");
        for (String order : List.of("SIGNED_ON", "ANNOUNCED_ON", "STARTED_ON", "ENDED_ON")) {
            assertOrdered(partnerships, "partnerships", "slug", filter, order);
        }
    }

    @Test
    void partnershipsOfABrandAreOrderedByStart() {
        List<Ordered> partnerships = numbered(DATES, (n, date) -> {
            StoredRow partnership =
                    dated(data.partnership(n + ""), "started_on", date).save();
            data.member(partnership, owner, "HANDSET_MAKER").save();
            return partnership;
        });
        assertOrdered(
                partnerships,
                "STARTED_ON",
                order -> ConnectionClient.ofBrand("partnerships", "slug", order, owner.name()));
    }

    /** The join table has a copy of the release date, and indexes of its own. */
    @Test
    void devicesOfAPartnershipAreOrderedByRelease() {
        StoredRow partnership = data.partnership("p").save();
        List<Ordered> devices = numbered(DATES, (n, date) -> {
            StoredRow device =
                    dated(data.device(n + "", owner), "released_on", date).save();
            data.collaboration(partnership, device).save();
            return device;
        });
        assertOrdered(
                devices,
                "RELEASED_ON",
                order -> ConnectionClient.of(
                        "partnership(slug: $owner)", "devices", "slug", "{}", order, partnership.name()));
    }

    @Test
    void devicesAreOrderedBySlugOrDate() {
        List<Ordered> devices = numbered(
                DATES,
                (n, date) -> dated(dated(data.device(n + "", owner), "released_on", date), "announced_on", date)
                        .save());
        String filter = "{brand: {eq: $owner}}";
        assertOrdered(bySlug(devices), "devices", "slug", filter, "SLUG");
        for (String field : List.of("RELEASED_ON", "ANNOUNCED_ON")) {
            assertOrdered(devices, "devices", "slug", filter, field);
            assertOrdered(devices, field, order -> ConnectionClient.ofBrand("devices", "slug", order, owner.name()));
        }
    }

    @Test
    void marketsAreOrderedByCodeOrName() {
        StoredRow region = data.region().save();
        List<Ordered> markets = numbered(
                NAMES,
                (n, name) -> data.country().with("name", name).inside(region).save());
        String filter = "{within: $owner, kind: {eq: COUNTRY}}";
        assertOrdered(bySlug(markets), "markets", "code", filter, "CODE", region.name());
        assertOrdered(markets, "markets", "code", filter, "NAME", region.name());
    }

    @Test
    void launchesAreOrderedByDate() {
        StoredRow device = data.device("d", owner).save();
        List<Ordered> launches = numbered(
                DATES,
                (n, date) -> dated(
                                dated(data.launch(device, data.country().save()), "launched_on", date),
                                "announced_on",
                                date)
                        .save());
        String filter = "{device: {eq: $owner}}";
        assertOrdered(launches, "launches", "market { code }", filter, "LAUNCHED_ON", device.name());
        assertOrdered(launches, "launches", "market { code }", filter, "ANNOUNCED_ON", device.name());
    }

    @Test
    void figuresAreOrderedByPeriod() {
        StoredRow market = data.region().save();
        List<Ordered> figures =
                numbered(List.of("2022", "2021-Q4", "", "2022-Q1", "2022", "", "2021-Q4"), (n, period) -> {
                    StoredRow figure = data.figure(market, period.isEmpty() ? null : period)
                            .with("analyst", "Analyst " + n)
                            .save();
                    return new StoredRow("figure", figure.key(), "Analyst " + n);
                });
        assertOrdered(figures, "figures", "analyst", "{market: {eq: $owner}}", "PERIOD", market.name());
    }

    @Test
    void eventsAreOrderedBySlugOrDate() {
        StoredRow market = data.country().save();
        List<Ordered> events = numbered(
                DATES,
                (n, date) -> dated(data.event(n + "").with("market_id", market), "on_date", date)
                        .save());
        String filter = "{market: {eq: $owner}}";
        assertOrdered(bySlug(events), "events", "slug", filter, "SLUG", market.name());
        assertOrdered(events, "events", "slug", filter, "ON", market.name());
    }

    @Test
    void missingDatesAreLastByDefault() {
        data.device("known", owner).with("released_on", "2022").save();
        data.device("unknown", owner).save();
        for (String order : List.of("", ", direction: DESC")) {
            assertEquals(
                    List.of("known", "unknown"),
                    ConnectionClient.ofBrand("devices", "name", "{field: RELEASED_ON" + order + "}", owner.name())
                            .first(2)
                            .names());
        }
    }

    @Test
    void citationsAreOrderedByKeyOrPublication() {
        List<Ordered> citations = numbered(
                DATES,
                (n, date) -> dated(data.citation(n + "").with("author", owner.name()), "published_on", date)
                        .save());
        assertOrdered(bySlug(citations), "citations", "key", "{author: {eq: $owner}}", "KEY");
        assertOrdered(citations, "citations", "key", "{author: {eq: $owner}}", "PUBLISHED_ON");
    }

    @Test
    void claimsAreOrderedByInsertionOrStrength() {
        StoredRow citation = data.citation("C").save();
        List<Ordered> claims = numbered(List.of("1", "2", "1", "2", "1"), (n, strength) -> {
            data.claim(citation, owner)
                    .with("property", "opinion")
                    .with("standing", strength.equals("1") ? "CONFIRMED" : "RUMOURED")
                    .with("remark", "Remark " + n)
                    .save();
            return new StoredRow("claim", 0, "Remark " + n);
        });
        List<Ordered> entered =
                claims.stream().map(claim -> new Ordered(claim.name, "")).toList();
        String filter = "{property: {eq: \"opinion\"}}";
        assertOrdered(
                entered, "ADDED", order -> ConnectionClient.ofBrand("claims", "remark", filter, order, owner.name()));
        assertOrdered(
                claims, "STRENGTH", order -> ConnectionClient.ofBrand("claims", "remark", filter, order, owner.name()));
    }

    @FunctionalInterface
    private interface Maker {
        StoredRow make(int n, String value);
    }

    private static List<Ordered> numbered(List<String> values, Maker maker) {
        return IntStream.range(0, values.size())
                .mapToObj(n ->
                        new Ordered(maker.make(values.size() - n, values.get(n)).name(), values.get(n)))
                .toList();
    }

    private static RowBuilder dated(RowBuilder entry, String column, String date) {
        return date.isEmpty() ? entry : entry.with(column, date);
    }

    private static List<Ordered> bySlug(List<Ordered> rows) {
        return rows.stream().map(row -> new Ordered(row.name, row.name)).toList();
    }

    private void assertOrdered(List<Ordered> rows, String field, String name, String filter, String order) {
        assertOrdered(rows, field, name, filter, order, owner.name());
    }

    private static void assertOrdered(
            List<Ordered> rows, String field, String name, String filter, String order, String owner) {
        assertOrdered(rows, order, orderBy -> ConnectionClient.root(field, name, filter, orderBy, owner));
    }

    private static void assertOrdered(List<Ordered> rows, String field, Function<String, ConnectionClient> inOrder) {
        for (String direction : List.of("ASC", "DESC")) {
            for (String nulls : List.of("LAST", "FIRST")) {
                String order = "{field: " + field + ", direction: " + direction + ", nulls: " + nulls + "}";
                assertOrdered(expected(rows, direction, nulls), inOrder.apply(order));
            }
        }
    }

    /** Ties are in insertion order, and are reversed with the direction. */
    private static List<String> expected(List<Ordered> rows, String direction, String nulls) {
        List<Ordered> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparing(Ordered::value));
        if (direction.equals("DESC")) {
            Collections.reverse(ordered);
        }
        boolean first = nulls.equals("FIRST");
        ordered.sort(Comparator.comparing(row -> row.value.isEmpty() != first)); // stable
        return ordered.stream().map(Ordered::name).toList();
    }

    private static void assertOrdered(List<String> expected, ConnectionClient connection) {
        assertEquals(expected.size(), connection.first(1).total());
        for (int size : List.of(1, 2, 3)) {
            assertEquals(expected, connection.forwards(size), () -> "forwards by " + size);
            assertEquals(expected, connection.backwards(size), () -> "backwards by " + size);
        }
    }
}
