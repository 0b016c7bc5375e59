package dev.rangefinder.websocket;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class SocketIdentityIT extends SocketIdentityTest {}
