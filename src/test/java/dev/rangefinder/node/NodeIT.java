package dev.rangefinder.node;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class NodeIT extends NodeTest {}
