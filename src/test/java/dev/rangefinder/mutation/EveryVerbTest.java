package dev.rangefinder.mutation;

import io.quarkus.test.junit.QuarkusTest;

/** Each kind of record is added, changed and removed by the verbs of the trade. */
@QuarkusTest
class EveryVerbTest extends EveryVerb {}
