package dev.rangefinder.serving;

/** The media types of answers: GraphQL over HTTP, section "Media Types". */
public enum MediaType {
    /** For clients that do not know the other. */
    JSON("application/json"),
    /** Tells a client that a response is GraphQL's, whatever its status code. */
    GRAPHQL_RESPONSE("application/graphql-response+json"),
    /** For subscriptions. Only clients that name it get it. */
    EVENT_STREAM("text/event-stream");

    private final String text;
    private final String contentType;

    MediaType(String text) {
        this.text = text;
        this.contentType = text + "; charset=utf-8";
    }

    /** The media type of errors for a client that accepts this one. */
    public MediaType ofRejections() {
        return this == EVENT_STREAM ? GRAPHQL_RESPONSE : this;
    }

    /** The name, such as {@code application/json}. */
    public String text() {
        return text;
    }

    /** The value of {@code Content-Type}. */
    public String contentType() {
        return contentType;
    }
}
