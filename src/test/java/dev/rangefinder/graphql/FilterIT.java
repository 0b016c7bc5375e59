package dev.rangefinder.graphql;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class FilterIT extends FilterTest {}
