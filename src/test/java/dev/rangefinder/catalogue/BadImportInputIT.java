package dev.rangefinder.catalogue;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class BadImportInputIT extends BadImportInputTest {}
