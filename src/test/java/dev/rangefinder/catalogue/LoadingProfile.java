package dev.rangefinder.catalogue;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Runs the service on an empty catalogue in a separate schema, which tests may fill and clear. Imports have small bounds. */
public class LoadingProfile implements QuarkusTestProfile {

    /** The search path of its schema. */
    static final String SEARCH_PATH = "loading,public";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "rangefinder.catalogue.load", "false",
                "rangefinder.import.max-size", "1M",
                "rangefinder.import.idle-timeout", "1s",
                "quarkus.datasource.jdbc.additional-jdbc-properties.currentSchema", SEARCH_PATH,
                "quarkus.datasource.reading.jdbc.additional-jdbc-properties.currentSchema", SEARCH_PATH);
    }
}
