package dev.rangefinder.engine;

import dev.rangefinder.engine.document.Request;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document and its variables, as {@link DocumentGenerator} generates them from a seed. */
record GeneratedDocument(long seed, String query, @Nullable String operationName, Map<String, Object> variables) {

    Request request() {
        return new Request(query, operationName, variables);
    }

    @Override
    public String toString() {
        return "-Dseed=" + seed + "\n" + query + "\noperation: " + operationName + "\nvariables: " + variables;
    }
}
