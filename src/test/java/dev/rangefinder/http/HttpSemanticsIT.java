package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class HttpSemanticsIT extends HttpSemanticsTest {}
