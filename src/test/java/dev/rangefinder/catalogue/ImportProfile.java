package dev.rangefinder.catalogue;

import java.util.HashMap;
import java.util.Map;

/** Imports into a catalogue of their own, with small bounds. */
public class ImportProfile extends LoadingProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> config = new HashMap<>(super.getConfigOverrides());
        config.put("rangefinder.import.max-size", "1M");
        config.put("rangefinder.import.idle-timeout", "1s");
        return config;
    }
}
