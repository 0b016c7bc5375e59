package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Uses the explorer in a browser while the service is down, slow, or refuses to answer. That it recovers by itself is part of
 * each visit. Needs Node.js, and Chromium, Chrome or Edge.
 */
@Tag(NodeProject.TAG)
class ExplorerFailuresIT {

    private static JsonPath seen;

    @BeforeAll
    static void visit() throws Exception {
        seen = ExplorerService.visit("explorer-failures.mjs");
    }

    @Test
    void serviceThatCannotBeReachedIsTriedAgain() {
        assertTrue(
                seen.getString("down").contains("The service cannot be reached.\n\nTrying again in "), seen::prettify);
    }

    @Test
    void overloadedServiceIsTriedAgainAtOnceIfThePersonWants() {
        assertTrue(seen.getString("overloaded").contains("The service is overloaded."), seen::prettify);
    }

    @Test
    void slowServiceIsWaitedFor() {
        assertTrue(seen.getString("slow").startsWith("The service is slow."), seen::prettify);
    }

    @Test
    void answerWithAnErrorIsNotShownAsIfItWereComplete() {
        assertTrue(seen.getString("half.told").contains("A field could not be read."), seen::prettify);
        assertEquals(0, seen.getInt("half.brands"));
    }

    @Test
    void operationThatTakesTooLongIsTriedThreeTimes() {
        assertEquals(2, seen.getInt("unplanned"));
        assertEquals(3, seen.getInt("expensive"));
    }

    @Test
    void pageOfAnEarlierVersionAsksToBeReloaded() {
        assertTrue(seen.getString("updated").contains("The service has been updated"), seen::prettify);
    }

    @Test
    void accessTokenIsTakenAndSentWhereReadingRequiresOne() {
        assertTrue(seen.getString("token.told").startsWith("Sign in to read"), seen::prettify);
        assertEquals("Bearer secret", seen.getString("token.sent"));
        assertFalse(seen.getString("token.address").contains("secret"), "An address may be shared");
    }
}
