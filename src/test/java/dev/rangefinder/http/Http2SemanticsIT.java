package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class Http2SemanticsIT extends Http2SemanticsTest {}
