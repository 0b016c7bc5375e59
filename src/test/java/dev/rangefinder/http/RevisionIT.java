package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class RevisionIT extends RevisionTest {}
