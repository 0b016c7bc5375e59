package dev.rangefinder.catalogue;

import dev.rangefinder.http.PermittedMethods;
import dev.rangefinder.http.PrintedSchema;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Serves the JSON Schema of catalogue files. */
@Singleton
public class CatalogueSchemaRoute {

    /** Where the schema is served. */
    public static final String PATH = "/catalogue/schema.json";

    void register(@Observes Router router) {
        router.route(PATH)
                .handler(PermittedMethods.ofReading(
                        new PrintedSchema("application/schema+json", CatalogueSchema::json)));
    }
}
