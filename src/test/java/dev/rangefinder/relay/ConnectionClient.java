package dev.rangefinder.relay;

import static dev.rangefinder.GraphQLClient.data;
import static dev.rangefinder.GraphQLClient.errorCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Requests the pages of one connection, as Relay does. */
final class ConnectionClient {

    private static final String DOCUMENT = """
            query ($owner: String!, $first: Int, $after: String, $last: Int, $before: String) {
              %s {
                edges { cursor node { name: %s } }
                pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
                totalCount
              } %s
            }""";

    private final String document;
    private final String path;
    private final String owner;

    private ConnectionClient(String document, String path, String owner) {
        this.document = document;
        this.path = path;
        this.owner = owner;
    }

    /** A connection of the query root, such as {@code devices}, with a filter that may refer to {@code $owner}. */
    static ConnectionClient root(String field, String name, String filter, String orderBy, String owner) {
        String connection = "page: " + field + arguments("filter: " + filter, orderBy);
        return new ConnectionClient(DOCUMENT.formatted(connection, name, ""), "/page", owner);
    }

    /** A connection of the brand {@code owner}. */
    static ConnectionClient ofBrand(String field, String name, String orderBy, String owner) {
        return ofBrand(field, name, "{}", orderBy, owner);
    }

    /** A connection of the brand {@code owner}, with a filter. */
    static ConnectionClient ofBrand(String field, String name, String filter, String orderBy, String owner) {
        return of("brand(slug: $owner)", field, name, filter, orderBy, owner);
    }

    /** A connection of an object that a field selects by its name {@code $owner}, with a filter. */
    static ConnectionClient of(String parent, String field, String name, String filter, String orderBy, String owner) {
        String connection = "parent: " + parent + " { page: " + field + arguments("filter: " + filter, orderBy);
        return new ConnectionClient(DOCUMENT.formatted(connection, name, "}"), "/parent/page", owner);
    }

    private static String arguments(String filter, String orderBy) {
        return "(" + filter + " first: $first, after: $after, last: $last, before: $before, orderBy: " + orderBy + ")";
    }

    Page first(int size) {
        return page(Map.of("first", size));
    }

    Page firstAfter(int size, String after) {
        return page(Map.of("first", size, "after", after));
    }

    Page last(int size) {
        return page(Map.of("last", size));
    }

    Page lastBefore(int size, String before) {
        return page(Map.of("last", size, "before", before));
    }

    Page page(Map<String, ?> arguments) {
        return Page.of(data(document, with(arguments)).at(path));
    }

    /** The code of the error for these arguments. */
    String error(Map<String, ?> arguments) {
        return errorCode(document, with(arguments));
    }

    private Map<String, Object> with(Map<String, ?> arguments) {
        Map<String, Object> variables = new HashMap<>(arguments);
        variables.put("owner", owner);
        return variables;
    }

    /** The names of all nodes, paged forwards. */
    List<String> forwards(int size) {
        Page page = first(size);
        List<String> names = new ArrayList<>(page.names());
        while (page.hasNext()) {
            page = firstAfter(size, page.end());
            names.addAll(page.names());
        }
        return names;
    }

    /** The names of all nodes, paged backwards, in the order of the connection. */
    List<String> backwards(int size) {
        Page page = last(size);
        List<String> names = new ArrayList<>(page.names());
        while (page.hasPrevious()) {
            page = lastBefore(size, page.start());
            names.addAll(0, page.names());
        }
        return names;
    }
}
