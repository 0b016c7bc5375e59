package dev.rangefinder.identity;

/** An issuer of access tokens within this process, for dev mode. It is used when no other issuer is configured. */
public interface LocalIssuer {

    /** The name of the issuer in its tokens. */
    String url();

    /** The name of this service in its tokens. */
    String audience();

    /** The public key that verifies its tokens, as a PEM document without line breaks. */
    String publicKey();
}
