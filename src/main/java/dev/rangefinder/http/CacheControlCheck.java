package dev.rangefinder.http;

import dev.rangefinder.identity.IdentityConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;

/** Ends the start when shared caches could give the answers of callers with an access token to others. */
@Singleton
class CacheControlCheck {

    private static final int BEFORE_DATABASE = 3;
    private static final Set<String> PRIVATE = Set.of("private", "no-store");

    private final HttpConfig http;
    private final IdentityConfig identity;

    CacheControlCheck(HttpConfig http, IdentityConfig identity) {
        this.http = http;
        this.identity = identity;
    }

    void check(@Observes @Priority(BEFORE_DATABASE) StartupEvent start) {
        if (!identity.anonymousReading()) {
            requirePrivate("rangefinder.http.cache-control", http.cacheControl());
            requirePrivate("rangefinder.http.cache-control-as-of", http.cacheControlAsOf());
        }
    }

    private static void requirePrivate(String key, String value) {
        if (Arrays.stream(value.split(",")).map(String::strip).noneMatch(PRIVATE::contains)) {
            throw new ConfigurationException(key + ": must contain private or no-store,"
                    + " because rangefinder.identity.anonymous-reading is false");
        }
    }
}
