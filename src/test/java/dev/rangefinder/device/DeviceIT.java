package dev.rangefinder.device;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged service. */
@QuarkusIntegrationTest
class DeviceIT extends DeviceTest {}
