package dev.rangefinder.engine;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class StatementsIT extends StatementsTest {}
