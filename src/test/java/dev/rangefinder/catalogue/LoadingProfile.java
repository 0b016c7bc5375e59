package dev.rangefinder.catalogue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Runs the service on an empty catalogue in a separate schema, which tests may fill and clear. */
public class LoadingProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.catalogue.load", "false",
                "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", LoadingSchema.SEARCH_PATH,
                "quarkus.datasource.reading.jdbc.additional-jdbc-properties.currentSchema", LoadingSchema.SEARCH_PATH);
    }
}
