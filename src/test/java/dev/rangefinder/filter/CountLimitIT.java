package dev.rangefinder.filter;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class CountLimitIT extends CountLimitTest {}
