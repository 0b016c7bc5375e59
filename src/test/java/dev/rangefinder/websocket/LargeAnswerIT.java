package dev.rangefinder.websocket;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class LargeAnswerIT extends LargeAnswerTest {}
