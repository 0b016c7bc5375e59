package dev.rangefinder.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.rangefinder.ManagementPortResource.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What Kubernetes asks, at the management port. */
@QuarkusTest
class HealthTest {

    @Management
    URI management;

    @Test
    void aServiceThatAnswersHasStarted() {
        check("started").body("status", is("UP"));
    }

    @Test
    void aServiceIsReadyWhenItsDatabaseIs() {
        check("ready").body("status", is("UP")).body("checks", not(empty()));
    }

    @Test
    void aServiceIsAliveWhateverItsDatabaseDoes() {
        check("live").body("status", is("UP")).body("checks", empty());
    }

    private ValidatableResponse check(String kind) {
        return given().get(management.resolve("health/" + kind)).then().statusCode(200);
    }
}
