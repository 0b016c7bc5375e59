package dev.rangefinder.feed;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** Runs the inherited tests against the packaged service. */
@QuarkusIntegrationTest
class FeedIT extends FeedTest {}
