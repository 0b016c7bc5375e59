package dev.rangefinder.history;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** Runs the inherited tests against the packaged service. */
@Tag("training")
@QuarkusIntegrationTest
class ValidOnIT extends ValidOnTest {}
