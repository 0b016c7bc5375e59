package dev.rangefinder.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.http.Client.Reply;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Request bodies that are being received may occupy 8 kB in this profile. */
@QuarkusTest
@TestProfile(RestrictedProfile.class)
class BodyMemoryTest {

    private static final String SPACES = " ".repeat(1_900);

    @TestHTTPResource("/graphql")
    URI endpoint;

    private RawConnection sendUnfinishedRequest() throws IOException {
        return new RawConnection(endpoint)
                .send("POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
                        + "content-length: 2000\r\n\r\n" + SPACES);
    }

    @Test
    void bodyIsRejectedWhileOthersOccupyTheMemory() throws IOException {
        Client client = new Client(endpoint);
        List<RawConnection> others = new ArrayList<>();
        Reply reply = await().until(
                        () -> {
                            for (int i = 0; i < 8; i++) { // so that enough arrive before the first times out
                                others.add(sendUnfinishedRequest());
                            }
                            return client.post(Client.TYPE_NAME + SPACES);
                        },
                        answer -> answer.status() == 503);
        assertEquals("UNAVAILABLE", reply.code());
        assertEquals("1", reply.header("retry-after"));
        assertEquals(200, client.post(Client.TYPE_NAME).status());

        for (RawConnection other : others) {
            other.close();
        }
        await().until(() -> client.post(Client.TYPE_NAME + SPACES).status() == 200);
    }
}
