package dev.rangefinder.market;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class MarketIT extends MarketTest {}
