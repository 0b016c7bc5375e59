package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Looks for the evidence of all values of the explorer. Needs Node.js, and Chromium, Chrome or Edge. */
@Tag(NodeProject.TAG)
class ExplorerEvidenceIT {

    private static JsonPath seen;

    @BeforeAll
    static void visit() throws Exception {
        seen = ExplorerService.visit("explorer-evidence.mjs");
    }

    @Test
    void everyValueThatDocumentsClaimOpensItsEvidence() {
        assertEquals(List.of(), seen.getList("without"));
    }

    @Test
    void evidenceNamesTheClaims() {
        assertEquals(List.of(), seen.getList("empty"));
        assertTrue(seen.getInt("opened") > 50, seen::prettify);
    }
}
