package dev.rangefinder.difference;

import static dev.rangefinder.GraphQLClient.data;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A partnership with all that surrounds it and is claimed about both, as it was known at a revision: the properties of each object. */
final class KnownObjects {

    private static final String DOCUMENT = """
        query ($id: ID!, $revision: Int!) @asOf(revision: $revision) {
          node(id: $id) { ... on Partnership {
            __typename id slug name announcedOn startedOn endedOn lines standing citation { key } CLAIMS
            members { __typename id role joinedOn leftOn standing citation { key } CLAIMS
              brand { figures(first: 100) { nodes { ...figure } } events(first: 100) { nodes { ...event } } } }
            territories { __typename id included exclusive since until standing citation { key } market { code } CLAIMS }
            terms { __typename id kind statement number decidedBy standing citation { key } CLAIMS }
            contributions { __typename id kind statement standing citation { key } CLAIMS }
            events(first: 100) { nodes { ...event } }
            devices(first: 40) { nodes {
              __typename id slug name kind announcedOn releasedOn status chipset hardwareCode standing citation { key } CLAIMS
              collaborations { __typename id position standing citation { key } CLAIMS }
              launches(first: 50) { nodes {
                __typename id seller announcedOn launchedOn status standing citation { key } market { code } CLAIMS
                prices { __typename id amount currency bound on standing citation { key } CLAIMS } } } } } } }
        }
        fragment figure on Figure {
          __typename id period measure unit rank rankBound peak value analyst standing citation { key } market { code } CLAIMS
          brands(first: 100, orderBy: {field: SLUG}) { nodes { slug } } }
        fragment event on Event {
          __typename id slug name kind on until place standing citation { key } CLAIMS
          brands(first: 100, orderBy: {field: SLUG}) { nodes { slug } } }\
        """.replace(
                    "CLAIMS",
                    "claims(first: 50) { nodes { __typename id standing likelihood property value foreseen agrees supports citation { key } } }");

    /** The properties that the document selects. Brands lead to other objects. */
    private static final Set<String> READ = Stream.of(DOCUMENT.split("[^A-Za-z]+"))
            .filter(name -> !name.equals("brand"))
            .collect(Collectors.toSet());

    private final int revision;
    private final Map<String, Map<String, String>> objects = new TreeMap<>();

    /** Reads them; none if there is no such partnership. */
    KnownObjects(String id, int revision) {
        this.revision = revision;
        collect(data(DOCUMENT, Map.of("id", id, "revision", revision)));
    }

    int revision() {
        return revision;
    }

    /** A copy to which differences are applied. */
    Turned turned() {
        return new Turned(new TreeMap<>(objects), READ);
    }

    /** The properties of each object, by its ID. Those without a value are left out. */
    Map<String, Map<String, String>> objects() {
        return objects;
    }

    private void collect(JsonNode value) {
        if (value.has("__typename")) {
            objects.put(value.get("id").asText(), propertiesOf(value));
        }
        value.forEach(this::collect);
    }

    private static Map<String, String> propertiesOf(JsonNode object) {
        Map<String, String> properties = new TreeMap<>();
        object.properties().forEach(field -> {
            String value = textOf(field.getValue());
            if (value != null && !Set.of("__typename", "id").contains(field.getKey())) {
                properties.put(field.getKey(), value);
            }
        });
        return properties;
    }

    /** The text of a value, a reference by name, or a list of those; null if it is something else. */
    private static String textOf(JsonNode value) {
        if (value.isValueNode()) {
            return value.isNull() ? null : value.asText();
        }
        if (value.isObject()) {
            boolean isReference = value.size() == 1 && !value.has("__typename");
            return isReference ? textOf(value.iterator().next()) : null;
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.has("__typename") ? null : textOf(item)));
        return items.isEmpty() || items.contains(null) ? null : String.join(", ", items);
    }

    /** Objects to which differences are applied. Each must fit what is known before. */
    record Turned(Map<String, Map<String, String>> objects, Set<String> read) {

        void apply(JsonNode difference) {
            String id = difference.get("nodeId").asText();
            Map<String, String> before = objects.getOrDefault(id, Map.of());
            Map<String, String> after = revise(before, difference);
            DifferenceKind kind = DifferenceKind.valueOf(difference.get("kind").asText());
            assertEquals(kind != DifferenceKind.ADDED, objects.containsKey(id), difference::toString);
            switch (kind) {
                case ADDED, CHANGED -> objects.put(id, after);
                case REMOVED -> objects.remove(id);
                case UNCHANGED -> assertEquals(before, after, difference::toString);
            }
        }

        private Map<String, String> revise(Map<String, String> object, JsonNode difference) {
            Map<String, String> revised = new TreeMap<>(object);
            for (JsonNode property : difference.get("properties")) {
                String name = property.get("name").asText();
                if (read.contains(name)) {
                    assertEquals(object.get(name), property.get("before").textValue(), difference::toString);
                    put(revised, name, property.get("after").textValue());
                }
            }
            return revised;
        }

        private static void put(Map<String, String> properties, String name, @Nullable String value) {
            if (value == null) {
                properties.remove(name);
            } else {
                properties.put(name, value);
            }
        }
    }
}
