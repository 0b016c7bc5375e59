package dev.rangefinder.websocket;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same against the packaged service. */
@QuarkusIntegrationTest
@Tag("faults")
class BoundsIT extends BoundsTest {}
