package dev.rangefinder.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

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
    void aServiceHasStartedWhenItsDatabaseIsPrepared() {
        check("started").body("status", is("UP")).body(status("preparation"), is("UP"));
    }

    @Test
    void aServiceIsReadyWhenItsDatabaseIs() {
        check("ready").body("status", is("UP")).body(status("database"), is("UP"));
    }

    @Test
    void aServiceIsAliveWhateverItsDatabaseDoes() {
        check("live").body("status", is("UP")).body("checks", empty());
    }

    /** The path of what the check of this name says. */
    private static String status(String name) {
        return "checks.find { it.name == '" + name + "' }.status";
    }

    private ValidatableResponse check(String kind) {
        return given().get(management.resolve("health/" + kind)).then().statusCode(200);
    }
}
