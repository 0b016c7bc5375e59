package dev.rangefinder.http;

import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.Tag;

/** The same against the packaged service. */
@Tag("virtual-threads")
@QuarkusIntegrationTest
class AnswerSizeIT extends AnswerSizeTest {}
