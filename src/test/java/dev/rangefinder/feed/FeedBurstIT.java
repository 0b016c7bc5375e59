package dev.rangefinder.feed;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** Runs the inherited tests against the packaged service. */
@Tag("repeated")
@QuarkusIntegrationTest
class FeedBurstIT extends FeedBurstTest {}
