package dev.rangefinder.engine.schema;

import dev.rangefinder.relay.Connection;
import dev.rangefinder.relay.PageRequest;
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

    /** The maximum number of values of a facet when a client requests none. */
    static final int DEFAULT = 10;

    @Override
    public List<?> fetch(List<?> connections, Map<String, Object> arguments) {
        int first = arguments.get(FIRST) instanceof Integer number ? number : DEFAULT;
        PageRequest.check(FIRST, first);
        List<Facet> by = ((List<?>) arguments.get(BY))
                .stream().distinct().map(Facet.class::cast).toList();
        FacetRequest request = new FacetRequest(by, Boolean.TRUE.equals(arguments.get(EXCLUDING_OWN)), first);
        return connections.stream()
                .map(connection -> facets((Connection<?>) connection, request))
                .toList();
    }

    private static List<?> facets(Connection<?> connection, FacetRequest request) {
        return request.by().isEmpty()
                ? List.of()
                : ((FacetLoader) connection.loader()).facets(request, connection.parent());
    }
}
