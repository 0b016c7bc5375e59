package dev.rangefinder.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens in the Authorization header. */
class BearerTokenTest {

    private static final String TOKEN = "e30.e30.-_-";

    @ParameterizedTest
    @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "BEARER   " + TOKEN})
    void tokenFollowsTheNameOfTheScheme(String header) {
        assertEquals(Optional.of(TOKEN), BearerToken.in(List.of(header)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic e30", "Bearers " + TOKEN, "DPoP " + TOKEN, TOKEN})
    void otherSchemesHaveNoToken(String header) {
        assertEquals(Optional.empty(), BearerToken.in(List.of(header)));
    }

    @Test
    void absentHeaderHasNoToken() {
        assertEquals(Optional.empty(), BearerToken.in(List.of()));
    }

    @Test
    void severalHeadersAreAnError() {
        assertRejected("Bearer " + TOKEN, "Bearer " + TOKEN);
        assertRejected("Bearer " + TOKEN, "Basic e30");
    }

    @Test
    void longTokenIsAnError() {
        assertEquals(
                16_384,
                BearerToken.in(List.of("Bearer e30.e30." + "a".repeat(16_376)))
                        .orElseThrow()
                        .length());
        assertRejected("Bearer e30.e30." + "a".repeat(16_377));
        assertRejected("Bearer " + "a".repeat(1_000_000));
    }

    private static void assertRejected(String... headers) {
        InputException rejection = assertThrows(InputException.class, () -> BearerToken.in(List.of(headers)));
        assertEquals(ErrorCode.UNAUTHENTICATED, rejection.code());
    }
}
