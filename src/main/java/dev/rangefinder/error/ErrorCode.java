package dev.rangefinder.error;

/** The values of {@code extensions.code} in an error. Clients branch on them, so they never change. */
public enum ErrorCode {
    /** The body, or a parameter of the URL, is not JSON in UTF-8. */
    MALFORMED_JSON,
    /** A number has more digits or a larger exponent than the service accepts. */
    NUMBER_TOO_LARGE,
    /** The body is not encoded as {@code Content-Encoding} declares. */
    MALFORMED_CODING,
    /** The request is not a GraphQL request: a parameter is missing or has the wrong type. */
    BAD_REQUEST,
    /** The HTTP method is not supported, or not for this kind of operation: a mutation must be sent by POST. */
    METHOD_NOT_ALLOWED,
    /** The {@code Origin} of the request is not allowed. */
    ORIGIN_NOT_ALLOWED,
    /** The request has no access token that the service accepts. */
    UNAUTHENTICATED,
    /** The access token does not list the role that the operation requires. */
    FORBIDDEN,
    /** The client accepts none of the media types that the service produces. */
    NOT_ACCEPTABLE,
    /** The media type or character set of the body is not supported. */
    UNSUPPORTED_MEDIA_TYPE,
    /** The {@code Content-Encoding} of the body is not supported. */
    UNSUPPORTED_CODING,
    /** The body exceeds the maximum size. */
    BODY_TOO_LARGE,
    /** The body did not arrive in time. */
    REQUEST_TIMEOUT,
    /** No document with this hash is known: the client must send it. The name is defined by Apollo. */
    PERSISTED_QUERY_NOT_FOUND,
    /** Documents cannot be requested by hash. The name is defined by Apollo. */
    PERSISTED_QUERY_NOT_SUPPORTED,
    /** No trusted document has this id. */
    DOCUMENT_NOT_FOUND,
    /** Only trusted documents are executed, and this is not one of them. */
    DOCUMENT_NOT_TRUSTED,
    /** The document has a syntax error. */
    GRAPHQL_PARSE_FAILED,
    /** The document is not valid against the schema. */
    GRAPHQL_VALIDATION_FAILED,
    /** A variable or argument has a value that its type or field does not accept. */
    BAD_USER_INPUT,
    /** The id was not issued by this service. */
    INVALID_ID,
    /** No object has the id, and none ever had. */
    NODE_NOT_FOUND,
    /** The cursor is malformed, or belongs to another connection, order or filter. */
    INVALID_CURSOR,
    /** The page size is outside 1 to 100. */
    INVALID_PAGE_SIZE,
    /** The request does not identify an operation of the document. */
    OPERATION_RESOLUTION_FAILURE,
    /** The transport does not support this kind of operation: a subscription over plain HTTP. */
    OPERATION_NOT_SUPPORTED,
    /** The document contains introspection, which is disabled. */
    INTROSPECTION_DISABLED,
    /** The document is larger, deeper or wider than allowed, or its estimated cost is far beyond the limit. */
    DOCUMENT_TOO_COMPLEX,
    /** The actual cost of the operation has exceeded the limit. */
    COST_LIMIT_EXCEEDED,
    /** The response would exceed the maximum size. */
    ANSWER_TOO_LARGE,
    /** The database time of the operation has exceeded the limit. */
    DATABASE_TIME_EXCEEDED,
    /** A field that cannot be null has no value. */
    NULL_IN_NON_NULL_FIELD,
    /** The catalogue has not reached the minimum revision that the client requested. */
    REVISION_NOT_REACHED,
    /** The client asks for the catalogue as of a time that has not come. */
    MOMENT_IN_FUTURE,
    /** The client asks for the catalogue as of a moment before the oldest one that the history of the catalogue has. */
    HISTORY_PRUNED,
    /** The catalogue has lost the revision of the cursor, because its database was restored, or failed over to an outdated copy. */
    REVISION_LOST,
    /** The field cannot be read as of another moment. */
    AS_OF_NOT_SUPPORTED,
    /** The response does not match {@code If-Match}. */
    PRECONDITION_FAILED,
    /** A request with the same idempotency key is being executed. */
    IDEMPOTENCY_KEY_IN_USE,
    /** Another request has been executed with the same idempotency key. */
    IDEMPOTENCY_KEY_REUSED,
    /** The client requests a WebSocket version other than 13. */
    WEBSOCKET_VERSION_NOT_SUPPORTED,
    /** The client did not read the events of its subscription in time. */
    TOO_SLOW,
    /** The operation exceeded its deadline. */
    DEADLINE_EXCEEDED,
    /** The service cannot answer at the moment; the same request may succeed later. */
    UNAVAILABLE,
    /** An unexpected failure. It is logged under the id in the error. */
    INTERNAL_SERVER_ERROR
}
