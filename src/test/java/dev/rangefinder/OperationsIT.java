package dev.rangefinder;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class OperationsIT extends OperationsTest {}
