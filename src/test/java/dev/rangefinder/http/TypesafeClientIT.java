package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class TypesafeClientIT extends TypesafeClientTest {}
