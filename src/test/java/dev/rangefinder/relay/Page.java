package dev.rangefinder.relay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A page of a connection, as clients receive it.
 *
 * @param names the names of the nodes
 * @param cursors the cursors of the edges
 * @param hasNext whether there are more edges after the page
 * @param hasPrevious whether there are more edges before the page
 * @param start the cursor of the first edge
 * @param end the cursor of the last edge
 * @param total the size of the whole connection
 */
record Page(
        List<String> names,
        List<String> cursors,
        boolean hasNext,
        boolean hasPrevious,
        String start,
        String end,
        int total) {

    static Page of(JsonNode connection) {
        JsonNode info = connection.get("pageInfo");
        return new Page(
                items(connection.get("edges")).map(Page::nameOf).toList(),
                items(connection.get("edges"))
                        .map(edge -> edge.get("cursor").asText())
                        .toList(),
                info.get("hasNextPage").asBoolean(),
                info.get("hasPreviousPage").asBoolean(),
                info.get("startCursor").textValue(),
                info.get("endCursor").textValue(),
                connection.get("totalCount").asInt());
    }

    /** The name of a node, which may be that of a referenced object: a launch is named by its market. */
    private static String nameOf(JsonNode edge) {
        JsonNode name = edge.at("/node/name");
        return name.isObject() ? name.elements().next().asText() : name.asText();
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
