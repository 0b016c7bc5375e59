package dev.rangefinder.error;

/** The codes that {@code extensions.code} of an error can have. Clients branch on them, so that they never change. */
public enum ErrorCode {
    /** The body, or a parameter of the URL, is no JSON in UTF-8. */
    MALFORMED_JSON,
    /** A number has more digits, or a larger exponent, than the service reads. */
    NUMBER_TOO_LARGE,
    /** The body is not coded the way that {@code Content-Encoding} says. */
    MALFORMED_CODING,
    /** The request is not a GraphQL request: a part is missing, or has the wrong type. */
    BAD_REQUEST,
    /** The HTTP method is not served, or not for this kind of operation: a mutation must be sent by POST. */
    METHOD_NOT_ALLOWED,
    /** The page that asks is of an origin that may not. */
    ORIGIN_NOT_ALLOWED,
    /** The client accepts none of the media types that the service answers in. */
    NOT_ACCEPTABLE,
    /** The body of the request is of a media type or character set that the service does not read. */
    UNSUPPORTED_MEDIA_TYPE,
    /** The body of the request has a {@code Content-Encoding} that the service does not read. */
    UNSUPPORTED_CODING,
    /** The body of the request is larger than the service reads. */
    BODY_TOO_LARGE,
    /** The body of the request did not arrive in time. */
    REQUEST_TIMEOUT,
    /** No document with this hash is known: the client is asked to send it. Apollo's clients know this name. */
    PERSISTED_QUERY_NOT_FOUND,
    /** Documents cannot be asked for by their hash here. Apollo's clients know this name. */
    PERSISTED_QUERY_NOT_SUPPORTED,
    /** No trusted document has this id. */
    DOCUMENT_NOT_FOUND,
    /** The document is not one of those that are executed here. */
    DOCUMENT_NOT_TRUSTED,
    /** The document has a syntax error. */
    GRAPHQL_PARSE_FAILED,
    /** The document does not fit the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** A variable or argument has a value that its type or the field does not take. */
    BAD_USER_INPUT,
    /** The id was not handed out by this service. */
    INVALID_ID,
    /** The cursor is malformed, or was made by another connection, order or filter. */
    INVALID_CURSOR,
    /** The page size is outside 1 to 100. */
    INVALID_PAGE_SIZE,
    /** The request names no operation, or one that the document does not have. */
    OPERATION_RESOLUTION_FAILURE,
    /** The operation is of a kind that this way of asking does not serve: a subscription over plain HTTP. */
    OPERATION_NOT_SUPPORTED,
    /** The document asks for the schema, and this service does not tell it. */
    INTROSPECTION_DISABLED,
    /** The document is larger, deeper or wider than this service executes, or its estimate is absurd. */
    DOCUMENT_TOO_COMPLEX,
    /** The operation has read more than it may cost. */
    COST_LIMIT_EXCEEDED,
    /** The answer would have more bytes than this service sends. */
    ANSWER_TOO_LARGE,
    /** The database had to look at more rows for the operation than it may. */
    DATABASE_TIME_EXCEEDED,
    /** A field that cannot be null has no value. */
    NULL_IN_NON_NULL_FIELD,
    /** The catalogue has not come to the revision that the client asked to read at least. */
    REVISION_NOT_REACHED,
    /** The answer is none of those that {@code If-Match} names. */
    PRECONDITION_FAILED,
    /** The client asks for a WebSocket of another version than 13. */
    WEBSOCKET_VERSION_NOT_SUPPORTED,
    /** The operation ran into its deadline. */
    DEADLINE_EXCEEDED,
    /** The service cannot answer at the moment; the same request may succeed later. */
    UNAVAILABLE,
    /** Something unexpected went wrong. It is logged under the id that the error carries. */
    INTERNAL_SERVER_ERROR
}
