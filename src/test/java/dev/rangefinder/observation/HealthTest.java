package dev.rangefinder.observation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import dev.rangefinder.ManagementPortResource.Management;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The health probes on the management port. */
@QuarkusTest
class HealthTest {

    @Management
    URI management;

    @Test
    void startedProbeReportsThePreparation() {
        check("started").body("status", is("UP")).body(status("preparation"), is("UP"));
    }

    @Test
    void readyProbeReportsTheDatabase() {
        check("ready").body("status", is("UP")).body(status("database"), is("UP"));
    }

    @Test
    void liveProbeDoesNotDependOnTheDatabase() {
        check("live").body("status", is("UP")).body("checks", empty());
    }

    /** The path of the status of a check. */
    private static String status(String name) {
        return "checks.find { it.name == '" + name + "' }.status";
    }

    private ValidatableResponse check(String kind) {
        return given().get(management.resolve("health/" + kind)).then().statusCode(200);
    }
}
