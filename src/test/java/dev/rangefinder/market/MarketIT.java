package dev.rangefinder.market;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same against the packaged service. */
@Tag("training")
@QuarkusIntegrationTest
class MarketIT extends MarketTest {}
