package dev.rangefinder.evidence;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class EvidenceIT extends EvidenceTest {}
