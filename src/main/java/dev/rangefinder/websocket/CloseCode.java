package dev.rangefinder.websocket;

/** Why the service closes a WebSocket: RFC 6455, section 7.4, and GraphQL over WebSocket Protocol. */
enum CloseCode {
    /** A malformed frame. */
    PROTOCOL_ERROR(1002),
    /** A binary message. */
    UNSUPPORTED_DATA(1003),
    /** A text that is not UTF-8. */
    INVALID_TEXT(1007),
    /** A message that exceeds the limit. */
    MESSAGE_TOO_BIG(1009),
    /** The service is stopping, and the client should reconnect: another replica may serve it. */
    SERVICE_RESTART(1012),
    /** The client cannot be identified at the moment; the same access token may be accepted later. */
    TRY_AGAIN_LATER(1013),
    /** A message that the protocol does not define. */
    BAD_MESSAGE(4400),
    /** An operation before the {@code connection_ack}, or an access token that is missing, not accepted or expired. */
    UNAUTHORIZED(4401),
    /** The client does not speak {@code graphql-transport-ws}. */
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    /** The {@code connection_init} did not arrive in time. */
    INIT_TIMEOUT(4408),
    /** The id of an operation that has not ended. */
    SUBSCRIBER_EXISTS(4409),
    /** A second {@code connection_init}. */
    TOO_MANY_INITS(4429);

    private final short number;

    CloseCode(int number) {
        this.number = (short) number;
    }

    /** The status code in the close frame. */
    short number() {
        return number;
    }
}
