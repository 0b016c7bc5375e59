package dev.rangefinder.filter;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class DateFilterIT extends DateFilterTest {}
