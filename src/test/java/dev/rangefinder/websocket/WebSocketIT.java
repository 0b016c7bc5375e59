package dev.rangefinder.websocket;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** Runs the inherited tests against the packaged service. */
@Tag("virtual-threads")
@QuarkusIntegrationTest
class WebSocketIT extends WebSocketTest {}
