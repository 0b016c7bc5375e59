package dev.rangefinder.observation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class AlertMetricsIT extends AlertMetricsTest {}
