package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Runs the inherited tests without the answer cache. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
class CacheDisabledTest extends CacheTest {}
