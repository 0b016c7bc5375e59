package dev.rangefinder.engine;

import graphql.ExecutionResult;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the values of arguments from the catalogue, so that most of them match a row. */
final class CatalogueValues implements LeafValues {

    /** An alias that names a connection, such as Brand_devices, identifies the cursors below it. */
    private static final String SAMPLES = """
            {
              Query_brands: brands(first: 12) { edges { cursor node { id slug name
                Brand_devices: devices(first: 3) { edges { cursor } }
                Brand_partnerships: partnerships(first: 3) { edges { cursor } }
                Brand_claims: claims(first: 2) { edges { cursor } } } } }
              Query_partnerships: partnerships(first: 12) { edges { cursor node { id slug name
                Partnership_devices: devices(first: 3) { edges { cursor } }
                Partnership_claims: claims(first: 2) { edges { cursor } } } } }
              Query_devices: devices(first: 12) { edges { cursor node { id slug name
                Device_models: models(first: 3) { edges { cursor } }
                Device_launches: launches(first: 3) { edges { cursor node { id } } }
                Device_claims: claims(first: 2) { edges { cursor } } } } }
              Query_markets: markets(first: 12) { edges { cursor node { id slug: code name
                Market_children: children(first: 3) { edges { cursor } }
                Market_brands: brands(first: 3) { edges { cursor } }
                Market_partnerships: partnerships(first: 3) { edges { cursor } }
                Market_launches: launches(first: 3) { edges { cursor } }
                Market_claims: claims(first: 2) { edges { cursor } } } } }
              Query_figures: figures(first: 4) { edges { cursor node { id
                Figure_brands: brands(first: 2) { edges { cursor } } } } }
              Query_citations: citations(first: 4) { edges { cursor node { id slug: key name: title
                Citation_claims: claims(first: 4) { edges { cursor } } } } }
            }""";

    private static final Map<String, String> REFERENCES = Map.of(
            "brand", "Query_brands",
            "brands", "Query_brands",
            "partnership", "Query_partnerships",
            "device", "Query_devices",
            "series", "Query_devices",
            "market", "Query_markets",
            "homeMarket", "Query_markets",
            "citation", "Query_citations");

    private final List<String> ids = new ArrayList<>();
    private final Map<String, List<String>> cursors = new LinkedHashMap<>();
    private final Map<String, List<String>> slugs = new LinkedHashMap<>();
    private final Map<String, List<String>> names = new LinkedHashMap<>();

    CatalogueValues(Strategies strategies) {
        ExecutionResult result = strategies
                .prepare(new GeneratedDocument(0, SAMPLES, null, Map.of()))
                .byLevel();
        if (!result.getErrors().isEmpty()) {
            throw new IllegalStateException("The samples cannot be read: " + result.getErrors());
        }
        collect("", ((Row) result.getData()).toMap());
    }

    private void collect(String connection, @Nullable Object value) {
        if (value instanceof List<?> items) {
            items.forEach(item -> collect(connection, item));
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((key, field) -> collect(connection, (String) key, field));
        }
    }

    private void collect(String connection, String key, @Nullable Object value) {
        switch (key) {
            case "id" -> ids.add((String) value);
            case "cursor" -> add(cursors, connection, value);
            case "slug" -> add(slugs, connection, value);
            case "name" -> add(names, connection, value);
            default -> collect(key.contains("_") ? key : connection, value);
        }
    }

    private static void add(Map<String, List<String>> values, String connection, @Nullable Object value) {
        if (value != null) {
            values.computeIfAbsent(connection, none -> new ArrayList<>()).add((String) value);
        }
    }

    @Override
    public Object of(GraphQLScalarType type, Place place, SeededRandom draw) {
        return switch (type.getName()) {
            case "Int" -> place.owner().equals("MomentInput") ? draw.between(0, 3) : draw.between(-1, 40);
            case "DateTime" -> draw.oneOf("2001-02-03T04:05:06Z", "2999-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
            case "Boolean" -> draw.percent(50);
            case "ID" -> draw.percent(4) ? "QnJhbmQ6OTk5OTk" : draw.percent(4) ? "no id" : draw.oneOf(ids);
            case "PartialDate" -> date(draw);
            case "Decimal", "Float" -> draw.between(0, 100000) / 100.0;
            default -> text(place, draw);
        };
    }

    private static String date(SeededRandom draw) {
        String year = "20" + draw.between(12, 26);
        String month = year + "-0" + draw.between(1, 9);
        return draw.oneOf(year, month, month + "-" + draw.between(10, 28));
    }

    private String text(Place place, SeededRandom draw) {
        if (place.coordinates().endsWith(".__type")) {
            return draw.oneOf("Brand", "DeviceFilter", "MarketKind", "Node", "PartialDate", "Nothing");
        }
        return switch (place.name()) {
            case "after", "before" -> cursor(place, draw);
            case "startsWith" -> prefix(1 + draw.between(0, 6), value(place, draw));
            case "contains" -> prefix(draw.between(2, 5), value(place, draw));
            default -> value(place, draw);
        };
    }

    private String cursor(Place place, SeededRandom draw) {
        List<String> own = cursors.get(place.coordinates().replace('.', '_'));
        List<String> others = cursors.get("Query_brands");
        return draw.percent(5) ? "no cursor" : draw.oneOf(own == null || draw.percent(10) ? others : own);
    }

    private static String prefix(int length, String text) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private String value(Place place, SeededRandom draw) {
        String meaning = place.owner().contains(".")
                ? place.owner().substring(place.owner().indexOf('.') + 1)
                : place.name();
        if (REFERENCES.containsKey(meaning)) {
            return draw.oneOf(slugs.get(REFERENCES.get(meaning)));
        }
        String owner = place.owner().split("Filter", 2)[0].toLowerCase(java.util.Locale.ROOT);
        String around = REFERENCES.getOrDefault(owner, "Query_markets");
        return draw.oneOf((meaning.equals("name") || meaning.equals("title") ? names : slugs)
                .getOrDefault(around, slugs.get(around)));
    }
}
