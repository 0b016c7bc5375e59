package dev.rangefinder.federation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class FederationIT extends FederationTest {}
