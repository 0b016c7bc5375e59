package dev.rangefinder.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;

/** Values of {@code Authorization} that the service must not accept, by what is wrong with them. */
public final class BadTokens {

    /** Longer than a header may be. */
    private static final int LONG = 74_000;

    private BadTokens() {}

    /** All of them that fit into a header. */
    public static Map<String, String> all() {
        AccessToken good = IdentityResource.token().with(Role.ADMIN);
        SigningKey other = SigningKey.generate();
        String encoded = good.toString();
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("expired", good.expiringIn(Duration.ofSeconds(-5)).header());
        bad.put("not yet valid", good.with("nbf", later()).header());
        bad.put("without expiry", good.with("exp", null).header());
        bad.put(
                "of another audience",
                good.with("aud", List.of("other", "another")).header());
        bad.put("without an audience", good.with("aud", null).header());
        bad.put("of another issuer", good.with("iss", "http://localhost:1").header());
        bad.put("without an issuer", good.with("iss", null).header());
        bad.put("without a subject", good.with("sub", null).header());
        bad.put("with an empty subject", good.with("sub", "").header());
        bad.put("with a long subject", good.with("sub", "a".repeat(256)).header());
        bad.put("with NUL in the subject", good.with("sub", "a\0b").header());
        bad.put("with a number as subject", good.with("sub", 7).header());
        bad.put("with text as expiry", good.with("exp", "tomorrow").header());
        bad.put(
                "of another key",
                good.signed("RS256", other.id(), other.jwk().getPrivateKey()).header());
        bad.put(
                "of another key under the id of the right one",
                good.signed("RS256", good.keyId(), other.jwk().getPrivateKey()).header());
        bad.put("unsigned", good.signed("none", good.keyId(), null).header());
        bad.put("unsigned, without a key id", header("{\"alg\":\"none\"}", good, ""));
        bad.put("unsigned, in other case", header("{\"alg\":\"nOnE\"}", good, ""));
        bad.put(
                "signed with the public key as secret",
                good.signed("HS256", good.keyId(), publicKey()).header());
        bad.put("with its own key in the header", header(ownKey(other), good, "AAAA"));
        bad.put(
                "with a key id as long as the header",
                good.signed("RS256", "k".repeat(8_000), good.key()).header());
        bad.put("with changed claims", "Bearer " + tampered(encoded));
        bad.put("without its signature", "Bearer " + encoded.substring(0, encoded.lastIndexOf('.') + 1));
        bad.put("cut off", "Bearer " + encoded.substring(0, encoded.length() - 9));
        bad.put("that is no JWT", "Bearer opaque");
        bad.put("that is empty", "Bearer ");
        bad.put("of dots", "Bearer ..");
        bad.put("with spaces", "Bearer " + encoded + " " + encoded);
        return bad;
    }

    /** A token that is longer than a header may be. */
    public static String tooLong() {
        return IdentityResource.token().with("sub", "a".repeat(LONG)).header();
    }

    private static long later() {
        return Instant.now().plusSeconds(30).getEpochSecond();
    }

    private static SecretKeySpec publicKey() {
        return new SecretKeySpec(IdentityResource.token().publicKey(), "HmacSHA256");
    }

    private static String ownKey(SigningKey key) {
        return "{\"alg\":\"RS256\",\"jwk\":" + key.jwk().toJson(OutputControlLevel.PUBLIC_ONLY) + "}";
    }

    private static String header(String head, AccessToken token, String signature) {
        String claims = token.toString().split("\\.")[1];
        return "Bearer " + encode(head) + '.' + claims + '.' + signature;
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /** The same signature on other claims. */
    private static String tampered(String token) {
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        parts[1] = encode(claims.replace("alice", "mallo"));
        return String.join(".", Arrays.asList(parts));
    }
}
