package dev.rangefinder.catalogue;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The progress of the import that runs, and of the last ones before it. */
final class RunningImports {

    private static final int MAX_KNOWN = 16;

    private final Map<String, ImportProgress> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ImportProgress> eldest) {
            return size() > MAX_KNOWN;
        }
    };

    /** Begins the import of a request. */
    synchronized ImportProgress begin(String id) {
        ImportProgress progress = new ImportProgress();
        known.put(id, progress);
        return progress;
    }

    private synchronized @Nullable ImportProgress find(String id) {
        return known.get(id);
    }

    /** Responds with the progress of the import that the path names, once or whenever it changes. */
    void answer(RoutingContext routing) {
        String id = routing.normalizedPath().substring(ImportRoute.PATH.length() + 1);
        ImportProgress progress = find(id);
        if (progress == null) {
            routing.response().setStatusCode(404).end();
            return;
        }
        HttpServerResponse response = routing.response()
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .putHeader(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT)
                .putHeader("X-Content-Type-Options", "nosniff");
        if (ProgressEvents.areWantedBy(routing.request())) {
            ProgressEvents.send(routing.vertx(), response, id, progress);
        } else {
            response.putHeader(HttpHeaderNames.CONTENT_TYPE, "application/json")
                    .end(json(id, progress).encode());
        }
    }

    /** The progress as JSON. */
    static JsonObject json(String id, ImportProgress progress) {
        return new JsonObject()
                .put("id", id)
                .put("state", progress.state().name())
                .put("rowsRead", progress.rowsRead())
                .put("rowsStaged", progress.rowsStaged())
                .put("rowsApplied", progress.rowsApplied())
                .put("mistakes", progress.mistakes())
                .put("revision", progress.revision());
    }
}
