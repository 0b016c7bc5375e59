package dev.rangefinder.serving;

/** The media types of answers: GraphQL over HTTP, section "Media Types". */
public enum MediaType {
    /** The one that says nothing of GraphQL, for clients that know no other. */
    JSON("application/json"),
    /** The one that tells a client that an answer is GraphQL's, whatever its status code. */
    GRAPHQL_RESPONSE("application/graphql-response+json");

    private final String text;
    private final String contentType;

    MediaType(String text) {
        this.text = text;
        this.contentType = text + "; charset=utf-8";
    }

    /** Its name, such as {@code application/json}. */
    public String text() {
        return text;
    }

    /** What the header {@code Content-Type} says of an answer. */
    public String contentType() {
        return contentType;
    }
}
