package dev.rangefinder.catalogue;

import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The JSON Schema of catalogue files, by which editors complete and check them. */
final class CatalogueSchema {

    private CatalogueSchema() {}

    /** The schema, in draft 7, which editors support. */
    static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("title", "A catalogue of camera partnerships");
        schema.putAll(Format.FILE.schema());
        schema.put(
                "definitions",
                Map.of(
                        EvidenceFormat.CLAIMS.name(),
                        EvidenceFormat.CLAIMS.type().schema()));
        return new JsonObject(schema).encodePrettily();
    }
}
