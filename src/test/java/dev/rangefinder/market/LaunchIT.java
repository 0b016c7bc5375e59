package dev.rangefinder.market;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** Runs the inherited tests against the packaged service. */
@Tag("training")
@QuarkusIntegrationTest
class LaunchIT extends LaunchTest {}
