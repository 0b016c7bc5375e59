package dev.rangefinder.identity;

import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An access token of a test, valid for a minute unless the test changes a claim. */
public record AccessToken(Map<String, Object> claims, String algorithm, String keyId, Key key, byte[] publicKey) {

    /** The name of the service in tokens. */
    public static final String AUDIENCE = "rangefinder";

    static AccessToken of(String issuer, SigningKey key) {
        long now = Instant.now().getEpochSecond();
        Map<String, Object> claims =
                Map.of("iss", issuer, "aud", AUDIENCE, "sub", "alice", "iat", now, "exp", now + 60, "roles", List.of());
        return new AccessToken(
                claims,
                "RS256",
                key.id(),
                key.jwk().getPrivateKey(),
                key.jwk().getPublicKey().getEncoded());
    }

    /** The same token with another claim; without it when the value is null. */
    public AccessToken with(String claim, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(claims);
        changed.put(claim, value);
        changed.values().removeIf(Objects::isNull);
        return new AccessToken(changed, algorithm, keyId, key, publicKey);
    }

    /** The same token with roles. */
    public AccessToken with(Role... roles) {
        return with("roles", List.of(roles).stream().map(Role::text).toList());
    }

    /** The same token, which expires after a duration. */
    public AccessToken expiringIn(Duration lifetime) {
        return with("exp", Instant.now().plus(lifetime).getEpochSecond());
    }

    /** The same claims, signed in another way. */
    AccessToken signed(String otherAlgorithm, String otherKeyId, Key otherKey) {
        return new AccessToken(claims, otherAlgorithm, otherKeyId, otherKey, publicKey);
    }

    /** The encoded token. */
    @Override
    public String toString() {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setHeader("typ", "JWT");
        signature.setKeyIdHeaderValue(keyId);
        signature.setPayload(JsonUtil.toJson(claims));
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The value of the header that sends it. */
    public String header() {
        return "Bearer " + this;
    }
}
