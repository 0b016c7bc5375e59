package dev.rangefinder.partnership;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class PartnershipIT extends PartnershipTest {}
