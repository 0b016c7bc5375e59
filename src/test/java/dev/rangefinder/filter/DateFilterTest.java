package dev.rangefinder.filter;

import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.CatalogueData;
import dev.rangefinder.RowBuilder;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Ranges over partial dates, compared with the days that the dates may stand for: at the ends of months and years,
 * around leap days, and in the first and last supported year.
 */
@QuarkusTest
class DateFilterTest {

    private static final List<String> DATES = Stream.of(
                    date("0001", "01", 1, 31),
                    date("0001", "12", 31),
                    date("2023", "02", 1, 27, 28),
                    date("2023", "12", 1, 30, 31),
                    date("2024", "01", 1, 2, 31),
                    date("2024", "02", 1, 28, 29),
                    date("2024", "03", 1, 15),
                    date("2024", "04", 29, 30),
                    date("2024", "12", 31),
                    date("2025", "01", 1),
                    date("9999", "01", 1),
                    date("9999", "12", 30, 31))
            .flatMap(List::stream)
            .distinct()
            .toList();

    private final CatalogueData data = new CatalogueData();
    private final StoredRow brand = data.brand("owner").save();

    /** A year, a month of it, and days of that. */
    private static List<String> date(String year, String month, int... days) {
        List<String> dates = new ArrayList<>(List.of(year, year + '-' + month));
        IntStream.of(days).forEach(day -> dates.add("%s-%s-%02d".formatted(year, month, day)));
        return dates;
    }

    private static LocalDate first(String date) {
        return LocalDate.parse(date + "-01-01".substring(date.length() - 4));
    }

    private static LocalDate last(String date) {
        return switch (date.length()) {
            case 4 -> LocalDate.parse(date + "-12-31");
            case 7 -> YearMonth.parse(date).atEndOfMonth();
            default -> LocalDate.parse(date);
        };
    }

    private record Range(String operator, String matching) {

        static final List<Range> ALL = Stream.of("gte", "gt", "lte", "lt")
                .flatMap(operator -> Stream.of(new Range(operator, "CERTAINLY"), new Range(operator, "POSSIBLY")))
                .toList();

        String alias() {
            return operator + '_' + matching;
        }

        String field() {
            return "%s: devices(first: 100, filter: {releasedOn: {%s: $date, matching: %s}}) { nodes { releasedOn } } "
                    .formatted(alias(), operator, matching);
        }

        /** Whether a date is in the range, by its first or last possible day. */
        boolean contains(String date, String bound) {
            boolean certainly = matching.equals("CERTAINLY");
            LocalDate first = first(date);
            LocalDate last = last(date);
            return switch (operator) {
                case "gte" -> !(certainly ? first : last).isBefore(first(bound));
                case "gt" -> (certainly ? first : last).isAfter(last(bound));
                case "lte" -> !(certainly ? last : first).isAfter(last(bound));
                case "lt" -> (certainly ? last : first).isBefore(first(bound));
                default -> throw new IllegalStateException(operator);
            };
        }
    }

    @Test
    void rangeMatchesDatesByTheirPossibleDays() {
        addDevices();
        String fields = Range.ALL.stream().map(Range::field).collect(Collectors.joining());
        String document = "query ($slug: String!, $date: PartialDate!) { brand(slug: $slug) { %s } }".formatted(fields);
        for (String bound : DATES) {
            JsonNode found =
                    data(document, Map.of("slug", brand.name(), "date", bound)).get("brand");
            for (Range range : Range.ALL) {
                Set<String> expected = new TreeSet<>(DATES);
                expected.removeIf(date -> !range.contains(date, bound));
                assertEquals(expected, releases(found.get(range.alias())), () -> range + " " + bound);
            }
        }
    }

    @Test
    void intervalMatchesDatesWithAllOrSomeOfTheirDaysInIt() {
        addDevices();
        String document = """
                query ($slug: String!, $from: PartialDate!, $to: PartialDate!) {
                  brand(slug: $slug) {
                    all: devices(first: 100, filter: {releasedOn: {gte: $from, lte: $to}}) { nodes { releasedOn } }
                    some: devices(first: 100, filter: {releasedOn: {gte: $from, lte: $to, matching: POSSIBLY}}) {
                      nodes { releasedOn }
                    }
                  }
                }""";
        List<String> bounds = List.of("0001", "2023-12-31", "2024", "2024-02", "2024-02-29", "9999");
        for (int from = 0; from < bounds.size(); from++) {
            for (String to : bounds.subList(from, bounds.size())) {
                String start = bounds.get(from);
                JsonNode found = data(document, Map.of("slug", brand.name(), "from", start, "to", to))
                        .get("brand");
                assertEquals(inside(start, to), releases(found.get("all")), () -> start + " to " + to);
                assertEquals(overlapping(start, to), releases(found.get("some")), () -> start + " to " + to);
            }
        }
    }

    private static Set<String> inside(String from, String to) {
        return DATES.stream()
                .filter(date ->
                        !first(date).isBefore(first(from)) && !last(date).isAfter(last(to)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> overlapping(String from, String to) {
        return DATES.stream()
                .filter(date ->
                        !last(date).isBefore(first(from)) && !first(date).isAfter(last(to)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void equalityComparesDatesWithTheirPrecision() {
        addDevices();
        JsonNode found = data("""
                query ($slug: String!) {
                  brand(slug: $slug) {
                    year: devices(filter: {releasedOn: {eq: "2024"}}) { nodes { releasedOn } }
                    month: devices(filter: {releasedOn: {in: ["2024-02", "2024-02-29", "1999"]}}) { nodes { releasedOn } }
                    none: devices(filter: {releasedOn: {in: []}}) { nodes { releasedOn } }
                    unknown: devices(filter: {releasedOn: {isNull: true}}) { totalCount }
                    known: devices(filter: {releasedOn: {isNull: false}}) { totalCount }
                  }
                }""", Map.of("slug", brand.name())).get("brand");
        assertEquals(Set.of("2024"), releases(found.get("year")));
        assertEquals(Set.of("2024-02", "2024-02-29"), releases(found.get("month")));
        assertEquals(Set.of(), releases(found.get("none")));
        assertEquals(1, found.at("/unknown/totalCount").asInt());
        assertEquals(DATES.size(), found.at("/known/totalCount").asInt());
    }

    private void addDevices() {
        data.inOneTransaction(() -> {
            for (int i = 0; i < DATES.size(); i++) {
                RowBuilder device = data.device("d" + i, brand);
                device.with("released_on", DATES.get(i)).save();
            }
            data.device("undated", brand).save();
        });
    }

    private static Set<String> releases(JsonNode devices) {
        return new TreeSet<>(devices.findValuesAsText("releasedOn"));
    }
}
