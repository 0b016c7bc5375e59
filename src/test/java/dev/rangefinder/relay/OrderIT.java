package dev.rangefinder.relay;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class OrderIT extends OrderTest {}
