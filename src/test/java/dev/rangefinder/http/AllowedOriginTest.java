package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginTest {

    @ParameterizedTest
    @CsvSource({
        "https://app.example,     https://app.example,      true",
        "HTTPS://App.Example,     https://app.example,      true",
        "https://app.example:443, https://app.example,      true",
        "http://app.example:80,   http://app.example,       true",
        "http://app.example:443,  http://app.example:443,   true",
        "https://app.example,     https://app.example:8443, false",
        "https://app.example,     http://app.example,       false",
        "http://localhost:*,      http://localhost,         true",
        "http://localhost:*,      http://localhost:3000,    true",
        "http://localhost:*,      http://localhost:3000/,   false",
        "http://localhost:*,      http://localhostess,      false",
        "http://[::1]:*,          http://[::1]:3000,        true",
        "capacitor://localhost,   capacitor://localhost,    true",
        "*,                       https://app.example,      true",
        "*,                       null,                     true"
    })
    void originIsAllowedIfItMatchesThePattern(String pattern, String origin, boolean allowed) {
        assertEquals(allowed, AllowedOrigin.of(pattern).allows(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.example",
                "https://",
                "https://app.example/",
                "https://app.example/path",
                "https://*.app.example",
                "https://user@app.example",
                "https://app.example:port",
                "https://app.example:123456",
                "https://app example",
                "/https:.*/",
                "null",
                "**"
            })
    void invalidOriginPatternIsRejected(String pattern) {
        assertThrows(IllegalArgumentException.class, () -> AllowedOrigin.of(pattern));
    }
}
