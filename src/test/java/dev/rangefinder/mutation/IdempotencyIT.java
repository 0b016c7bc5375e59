package dev.rangefinder.mutation;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class IdempotencyIT extends IdempotencyTest {}
