package dev.rangefinder.brand;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class BrandIT extends BrandTest {}
