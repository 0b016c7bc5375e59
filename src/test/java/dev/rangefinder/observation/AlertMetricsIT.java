package dev.rangefinder.observation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class AlertMetricsIT extends AlertMetricsTest {}
