package dev.rangefinder.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service without the explorer. */
@QuarkusTest
@TestProfile(SmallAnswersProfile.class)
class ExplorerDisabledTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/explorer/icon.svg"})
    void pageAndItsFilesAreNotFound(String path) {
        assertEquals(404, RestAssured.get(path).statusCode());
    }
}
