package dev.rangefinder.identity;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class RequiredReadingIT extends RequiredReadingTest {}
