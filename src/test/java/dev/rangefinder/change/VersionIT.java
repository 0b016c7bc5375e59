package dev.rangefinder.change;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class VersionIT extends VersionTest {}
