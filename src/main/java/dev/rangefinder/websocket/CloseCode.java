package dev.rangefinder.websocket;

/** Why the service closes a WebSocket: RFC 6455, section 7.4, and GraphQL over WebSocket Protocol. */
enum CloseCode {
    /** A frame that is none. */
    PROTOCOL_ERROR(1002),
    /** A binary message. */
    UNSUPPORTED_DATA(1003),
    /** A text that is not in UTF-8. */
    INVALID_TEXT(1007),
    /** A message that is larger than the service reads. */
    MESSAGE_TOO_BIG(1009),
    /** The service stops, and another replica may serve the client: it is to connect again. */
    SERVICE_RESTART(1012),
    /** A message that the protocol does not have. */
    BAD_MESSAGE(4400),
    /** An operation before the {@code connection_ack}. */
    UNAUTHORIZED(4401),
    /** The client does not speak {@code graphql-transport-ws}. */
    SUBPROTOCOL_NOT_ACCEPTABLE(4406),
    /** The {@code connection_init} did not come in time. */
    INIT_TIMEOUT(4408),
    /** The id of an operation that has not come to its end. */
    SUBSCRIBER_EXISTS(4409),
    /** A second {@code connection_init}. */
    TOO_MANY_INITS(4429);

    private final short number;

    CloseCode(int number) {
        this.number = (short) number;
    }

    /** The status code in the closing frame. */
    short number() {
        return number;
    }
}
