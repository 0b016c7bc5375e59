package dev.rangefinder.observation;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** Runs the inherited tests against the packaged service. */
@Tag("repeated")
@Tag("virtual-threads")
@QuarkusIntegrationTest
class MetricsIT extends MetricsTest {}
