package dev.rangefinder.relay;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class CursorIT extends CursorTest {}
