package dev.rangefinder.change;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class RevisionTriggersIT extends RevisionTriggersTest {}
