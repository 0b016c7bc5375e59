package dev.rangefinder.market;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class LaunchIT extends LaunchTest {}
