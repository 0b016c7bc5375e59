package dev.rangefinder.development;

import dev.rangefinder.identity.LocalIssuer;
import dev.rangefinder.identity.Role;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.inject.Singleton;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Issues access tokens in dev mode, where nobody has to prove who they are. Its key lasts until dev mode ends. */
@Singleton
@IfBuildProfile("dev")
public class DevelopmentIssuer implements LocalIssuer {

    private static final Duration LIFETIME = Duration.ofDays(1);

    /** A system property, because classes are reloaded by each live reload, and tokens stay valid. */
    private static final String KEY = "dev.rangefinder.development.key";

    private final String url;
    private final RsaJsonWebKey key;
    private final Clock clock;

    DevelopmentIssuer(Config config, Clock clock) throws JoseException {
        this.url = "http://localhost:" + config.getValue("quarkus.http.port", String.class);
        this.key = key();
        this.clock = clock;
    }

    private static RsaJsonWebKey key() throws JoseException {
        String known = System.getProperty(KEY);
        if (known != null) {
            return (RsaJsonWebKey) RsaJsonWebKey.Factory.newPublicJwk(known);
        }
        RsaJsonWebKey generated = RsaJwkGenerator.generateJwk(2048);
        generated.setKeyId("development");
        generated.setUse("sig");
        generated.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        System.setProperty(KEY, generated.toJson(OutputControlLevel.INCLUDE_PRIVATE));
        return generated;
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public String audience() {
        return "rangefinder";
    }

    @Override
    public String publicKey() {
        RSAPublicKey publicKey = key.getRsaPublicKey();
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** Its public key, as a key set: RFC 7517, section 5. */
    String keySet() {
        return new JsonWebKeySet(List.of(key)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Issues a token for a user with roles. */
    String token(String subject, Set<Role> roles) {
        JwtClaims claims = new JwtClaims();
        NumericDate now = NumericDate.fromMilliseconds(clock.millis());
        claims.setIssuer(url);
        claims.setAudience(audience());
        claims.setSubject(subject);
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + LIFETIME.toSeconds()));
        claims.setStringListClaim(
                "roles", roles.stream().map(Role::text).sorted().toList());
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(key.getAlgorithm());
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
