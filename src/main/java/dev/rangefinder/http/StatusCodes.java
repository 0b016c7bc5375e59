package dev.rangefinder.http;

import dev.rangefinder.engine.Answer;
import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.serving.MediaType;

/** The status codes of responses: GraphQL over HTTP, section "Status Codes". */
enum StatusCodes {

    /** The codes that the audits of the npm package graphql-http expect. */
    AUDITED {
        @Override
        int partial() {
            return 200;
        }

        @Override
        int malformed() {
            return 400;
        }

        @Override
        int unparsable(MediaType mediaType) {
            return mediaType == MediaType.JSON ? 200 : 400;
        }

        @Override
        int invalid(MediaType mediaType) {
            return mediaType == MediaType.JSON ? 200 : 400;
        }

        @Override
        MediaType mediaType(MediaType accepted, int status) {
            return accepted;
        }
    },

    /** The codes of the draft of 2026, which distinguishes malformed requests from those that cannot be executed. */
    DRAFT_2026 {
        @Override
        int partial() {
            return 294;
        }

        @Override
        int malformed() {
            return 422;
        }

        @Override
        int unparsable(MediaType mediaType) {
            return 400;
        }

        @Override
        int invalid(MediaType mediaType) {
            return 422;
        }

        @Override
        MediaType mediaType(MediaType accepted, int status) {
            return status < 300 ? accepted : MediaType.GRAPHQL_RESPONSE;
        }
    };

    /** For answers with both data and errors. */
    abstract int partial();

    /** For JSON that is not a GraphQL request. */
    abstract int malformed();

    /** For documents with a syntax error. */
    abstract int unparsable(MediaType mediaType);

    /** For invalid documents and variables. */
    abstract int invalid(MediaType mediaType);

    /** The media type of a response, by what the client accepts and the status code. */
    abstract MediaType mediaType(MediaType accepted, int status);

    /** The status code of an answer. */
    int of(Answer answer, MediaType mediaType) {
        if (!answer.isExecuted()) {
            return rejected(ClientError.codeOf(answer.errors().get(0)), mediaType);
        }
        return answer.errors().isEmpty() ? 200 : partial();
    }

    private int rejected(ErrorCode code, MediaType mediaType) {
        return switch (code) {
            // Part of the protocol, and no failure: some clients continue only after status 200.
            case PERSISTED_QUERY_NOT_FOUND, PERSISTED_QUERY_NOT_SUPPORTED -> 200;
            case MALFORMED_JSON, MALFORMED_CODING, NUMBER_TOO_LARGE -> 400;
            case BAD_REQUEST -> malformed();
            case UNAUTHENTICATED -> 401;
            case ORIGIN_NOT_ALLOWED, FORBIDDEN -> 403;
            case METHOD_NOT_ALLOWED -> 405;
            case NOT_ACCEPTABLE -> 406;
            case REQUEST_TIMEOUT, TOO_SLOW -> 408;
            case IDEMPOTENCY_KEY_IN_USE -> 409;
            case IDEMPOTENCY_KEY_REUSED -> 422;
            case REVISION_NOT_REACHED, PRECONDITION_FAILED -> 412;
            case BODY_TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE, UNSUPPORTED_CODING -> 415;
            case WEBSOCKET_VERSION_NOT_SUPPORTED -> 426;
            case GRAPHQL_PARSE_FAILED -> unparsable(mediaType);
            case INTERNAL_SERVER_ERROR -> 500;
            case UNAVAILABLE -> 503;
            case DEADLINE_EXCEEDED -> 504;
            case DOCUMENT_NOT_FOUND,
                    DOCUMENT_NOT_TRUSTED,
                    GRAPHQL_VALIDATION_FAILED,
                    BAD_USER_INPUT,
                    INVALID_ID,
                    NODE_NOT_FOUND,
                    INVALID_CURSOR,
                    INVALID_PAGE_SIZE,
                    OPERATION_RESOLUTION_FAILURE,
                    OPERATION_NOT_SUPPORTED,
                    INTROSPECTION_DISABLED,
                    DOCUMENT_TOO_COMPLEX,
                    COST_LIMIT_EXCEEDED,
                    ANSWER_TOO_LARGE,
                    DATABASE_TIME_EXCEEDED,
                    MOMENT_IN_FUTURE,
                    HISTORY_PRUNED,
                    REVISION_LOST,
                    AS_OF_NOT_SUPPORTED,
                    NULL_IN_NON_NULL_FIELD -> invalid(mediaType);
        };
    }
}
