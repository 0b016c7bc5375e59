package dev.rangefinder.engine;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class SchemaIT extends SchemaTest {}
