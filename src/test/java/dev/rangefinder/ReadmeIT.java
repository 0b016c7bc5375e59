package dev.rangefinder;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ReadmeIT extends ReadmeTest {}
