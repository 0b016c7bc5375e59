package dev.rangefinder.catalogue;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class ConstraintsIT extends ConstraintsTest {}
