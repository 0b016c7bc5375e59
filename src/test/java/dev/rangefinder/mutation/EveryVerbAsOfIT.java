package dev.rangefinder.mutation;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** Runs the inherited tests against the packaged service. */
@Tag("repeated")
@QuarkusIntegrationTest
class EveryVerbAsOfIT extends EveryVerbAsOfTest {}
