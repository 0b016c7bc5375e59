package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Without kept answers, everything is answered in the same way. */
@QuarkusTest
@TestProfile(OtherSettings.class)
class CacheOffTest extends CacheTest {}
