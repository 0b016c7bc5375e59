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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every order of every connection in both directions, by pages of several sizes, with ties and missing values. */
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
        List<Ordered> brands = numbered(
                NAMES,
                (n, name) -> data.brand(n + "")
                        .with("name", name)
                        .with("parent_id", owner)
                        .save());
        assertOrdered(bySlug(brands), "brands", "slug", "{parent: {eq: $owner}}", "SLUG");
        assertOrdered(brands, "brands", "slug", "{parent: {eq: $owner}}", "NAME");
    }

    @Test
    void partnershipsAreOrderedBySlugAnnouncementOrStart() {
        List<Ordered> partnerships = numbered(DATES, (n, date) -> {
            StoredRow partnership = dated(dated(data.partnership(n + ""), "announced_on", date), "started_on", date)
                    .save();
            data.member(partnership, owner, "HANDSET_MAKER").save();
            return partnership;
        });
        String filter = "{members: {some: {brand: {eq: $owner}}}}";
        assertOrdered(bySlug(partnerships), "partnerships", "slug", filter, "SLUG");
        assertOrdered(partnerships, "partnerships", "slug", filter, "ANNOUNCED_ON");
        assertOrdered(partnerships, "partnerships", "slug", filter, "STARTED_ON");
    }

    @Test
    void partnershipsOfABrandAreOrderedByStart() {
        List<Ordered> partnerships = numbered(DATES, (n, date) -> {
            StoredRow partnership =
                    dated(data.partnership(n + ""), "started_on", date).save();
            data.member(partnership, owner, "HANDSET_MAKER").save();
            return partnership;
        });
        for (String direction : List.of("ASC", "DESC")) {
            assertOrdered(
                    expected(partnerships, direction),
                    ConnectionClient.ofBrand(
                            "partnerships", "slug", "{field: STARTED_ON, direction: " + direction + "}", owner.name()));
        }
    }

    @Test
    void devicesAreOrderedBySlugOrRelease() {
        List<Ordered> devices = numbered(
                DATES,
                (n, date) ->
                        dated(data.device(n + "", owner), "released_on", date).save());
        assertOrdered(bySlug(devices), "devices", "slug", "{brand: {eq: $owner}}", "SLUG");
        assertOrdered(devices, "devices", "slug", "{brand: {eq: $owner}}", "RELEASED_ON");
    }

    @Test
    void marketsAreOrderedByCodeOrName() {
        StoredRow region = data.region().save();
        List<Ordered> markets = numbered(
                NAMES,
                (n, name) -> data.country()
                        .with("name", name)
                        .with("parent_id", region)
                        .save());
        assertOrdered(bySlug(markets), "markets", "code", "{parent: {eq: $owner}}", "CODE", region.name());
        assertOrdered(markets, "markets", "code", "{parent: {eq: $owner}}", "NAME", region.name());
    }

    @Test
    void launchesAreOrderedByDate() {
        StoredRow device = data.device("d", owner).save();
        List<Ordered> launches = numbered(
                DATES,
                (n, date) -> dated(data.launch(device, data.country().save()), "launched_on", date)
                        .save());
        String filter = "{device: {eq: $owner}}";
        assertOrdered(launches, "launches", "market { code }", filter, "LAUNCHED_ON", device.name());
    }

    @Test
    void figuresAreOrderedByPeriod() {
        StoredRow market = data.region().save();
        List<Ordered> figures = numbered(List.of("2022", "2021-Q4", "2022-Q1", "2022", "2021-Q4"), (n, period) -> {
            StoredRow figure =
                    data.figure(market, period).with("analyst", "Analyst " + n).save();
            return new StoredRow("figure", figure.key(), "Analyst " + n);
        });
        assertOrdered(figures, "figures", "analyst", "{market: {eq: $owner}}", "PERIOD", market.name());
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
    void claimsAreOrderedByInsertion() {
        StoredRow citation = data.citation("C").save();
        List<Ordered> claims = numbered(List.of("", "", "", "", ""), (n, same) -> {
            data.claim(citation, owner).with("remark", "Remark " + n).save();
            return new StoredRow("claim", 0, "Remark " + n);
        });
        for (String direction : List.of("ASC", "DESC")) {
            String orderBy = "{field: ADDED, direction: " + direction + "}";
            assertOrdered(
                    expected(claims, direction), ConnectionClient.ofBrand("claims", "remark", orderBy, owner.name()));
        }
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
        for (String direction : List.of("ASC", "DESC")) {
            String orderBy = "{field: " + order + ", direction: " + direction + "}";
            assertOrdered(expected(rows, direction), ConnectionClient.root(field, name, filter, orderBy, owner));
        }
    }

    /** Ties are in insertion order, and are reversed with the direction. */
    private static List<String> expected(List<Ordered> rows, String direction) {
        List<String> names = new ArrayList<>(rows.stream()
                .sorted(Comparator.comparing(Ordered::value))
                .map(Ordered::name)
                .toList());
        if (direction.equals("DESC")) {
            Collections.reverse(names);
        }
        return names;
    }

    private static void assertOrdered(List<String> expected, ConnectionClient connection) {
        assertEquals(expected.size(), connection.first(1).total());
        for (int size : List.of(1, 2, 3)) {
            assertEquals(expected, connection.forwards(size), () -> "forwards by " + size);
            assertEquals(expected, connection.backwards(size), () -> "backwards by " + size);
        }
    }
}
