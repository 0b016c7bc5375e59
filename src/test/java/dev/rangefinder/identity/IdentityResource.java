package dev.rangefinder.identity;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * One issuer of access tokens for all tests, including those against the packaged service. It is registered as a service, so no
 * test has to declare it.
 */
public class IdentityResource implements QuarkusTestResourceLifecycleManager {

    /** System properties, because several class loaders of the JVM may load and start this class. */
    private static final String URL = "test-issuer.url";

    private static final String KEY = "test-issuer.key";

    @Override
    public Map<String, String> start() {
        synchronized (System.getProperties()) {
            if (System.getProperty(URL) == null) {
                listen();
            }
        }
        return Map.of(
                "rangefinder.identity.issuer",
                System.getProperty(URL),
                "rangefinder.identity.audience",
                AccessToken.AUDIENCE);
    }

    private static void listen() {
        try {
            Issuer issuer = new Issuer(); // listens until the JVM ends
            System.setProperty(KEY, issuer.key().jwk().toJson(OutputControlLevel.INCLUDE_PRIVATE));
            System.setProperty(URL, issuer.url());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A token that the service under test accepts. */
    public static AccessToken token() {
        try {
            RsaJsonWebKey jwk = new RsaJsonWebKey(JsonUtil.parseJson(System.getProperty(KEY)));
            return AccessToken.of(System.getProperty(URL), new SigningKey(jwk));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The issuer is shared with the tests that follow.
    }
}
