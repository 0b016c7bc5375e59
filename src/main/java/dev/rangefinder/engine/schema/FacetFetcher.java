package dev.rangefinder.engine.schema;

import dev.rangefinder.error.InputException;
import dev.rangefinder.relay.Connection;
import dev.rangefinder.store.Facet;
import dev.rangefinder.store.FacetLoader;
import dev.rangefinder.store.FacetRequest;
import java.util.List;
import java.util.Map;

/** Resolves the facets of connections, for all connections of a level by one statement. */
enum FacetFetcher implements LevelFetcher {
    INSTANCE;

    static final String BY = "by";
    static final String EXCLUDING_OWN = "excludingOwn";
    static final String FIRST = "first";
    static final String AFTER = "after";

    /** The maximum number of values of a facet when a client requests none. */
    static final int DEFAULT = 10;

    @Override
    public List<?> fetch(List<?> connections, Map<String, Object> arguments) {
        int first = arguments.get(FIRST) instanceof Integer number ? number : DEFAULT;
        String after = (String) arguments.get(AFTER);
        List<Facet> by = ((List<?>) arguments.get(BY))
                .stream().distinct().map(Facet.class::cast).toList();
        FacetRequest request = new FacetRequest(by, Boolean.TRUE.equals(arguments.get(EXCLUDING_OWN)), first, after);
        return connections.stream()
                .map(connection -> facets((Connection<?>) connection, request))
                .toList();
    }

    /** The facets of a connection, or the reason why a cursor is not one of them. */
    private static Object facets(Connection<?> connection, FacetRequest request) {
        if (request.by().isEmpty()) {
            return List.of();
        }
        try {
            return ((FacetLoader) connection.loader()).facets(request, connection.parent());
        } catch (InputException e) {
            return e;
        }
    }
}
