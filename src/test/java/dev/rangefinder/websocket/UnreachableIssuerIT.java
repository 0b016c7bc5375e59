package dev.rangefinder.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.database.EmbeddedDatabase;
import dev.rangefinder.http.ServiceProcess;
import dev.rangefinder.identity.AccessToken;
import dev.rangefinder.identity.Issuer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** WebSockets of the packaged service while the issuer of access tokens cannot be reached. */
@Tag("processes")
@Timeout(120)
class UnreachableIssuerIT {

    @Test
    void socketIsClosedUntilTheIssuerCanBeReached() throws Exception {
        try (Issuer issuer = new Issuer()) {
            issuer.stop();
            try (ServiceProcess service = ServiceProcess.start(Map.of(
                    "RANGEFINDER_DATABASE_URL", EmbeddedDatabase.start(),
                    "RANGEFINDER_IDENTITY_ISSUER", issuer.url(),
                    "RANGEFINDER_IDENTITY_AUDIENCE", AccessToken.AUDIENCE))) {
                try (RawSocket socket = initialise(service, issuer)) {
                    assertEquals(1013, socket.closeCode());
                }
                issuer.restart();
                try (RawSocket socket = initialise(service, issuer)) {
                    assertEquals("{\"type\":\"connection_ack\"}", socket.message());
                }
            }
        }
    }

    private static RawSocket initialise(ServiceProcess service, Issuer issuer) throws IOException {
        String payload = "{\"authorization\":\"" + issuer.token().header() + "\"}";
        return RawSocket.connect(service.graphQL()).send("{\"type\":\"connection_init\",\"payload\":" + payload + "}");
    }
}
