package dev.rangefinder.engine;

import dev.rangefinder.error.ErrorCode;
import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.execution.UnknownOperationException;
import graphql.introspection.GoodFaithIntrospection.BadFaithIntrospectionError;
import graphql.validation.ValidationError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The format of errors in responses: GraphQL specification, section 7.1.2. Each error has a code. */
public final class ClientError {

    private static final int MAX_MESSAGE_LENGTH = 1000;

    /** graphql-java prints values of the document as nodes of its syntax tree. */
    private static final Pattern SYNTAX_TREE = Pattern.compile(" with value '\\w*Value\\{.*\\}'", Pattern.DOTALL);

    private ClientError() {}

    /** Starts an error with a code and a literal message. */
    public static GraphqlErrorBuilder<?> builder(ErrorCode code, String message) {
        return GraphqlErrorBuilder.newError().message("%s", message).extensions(Map.of("code", code.name()));
    }

    /** Returns the JSON object for an error. */
    public static Map<String, Object> of(GraphQLError error) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("message", messageOf(error));
        if (error.getLocations() != null && !error.getLocations().isEmpty()) {
            entry.put(
                    "locations",
                    error.getLocations().stream().map(ClientError::location).toList());
        }
        if (error.getPath() != null) {
            entry.put("path", error.getPath());
        }
        entry.put("extensions", extensionsOf(error));
        return entry;
    }

    private static Map<String, Object> location(graphql.language.SourceLocation location) {
        return Map.of("line", location.getLine(), "column", location.getColumn());
    }

    private static String messageOf(GraphQLError error) {
        if (error instanceof NonNullableFieldWasNullError) {
            return ErrorHandler.NULL_IN_NON_NULL;
        }
        String message = SYNTAX_TREE.matcher(error.getMessage()).replaceAll("");
        return message.length() <= MAX_MESSAGE_LENGTH ? message : message.substring(0, MAX_MESSAGE_LENGTH) + '…';
    }

    private static Map<String, Object> extensionsOf(GraphQLError error) {
        Map<String, Object> extensions = error.getExtensions();
        return extensions != null && extensions.containsKey("code")
                ? extensions
                : Map.of("code", kindOf(error).name());
    }

    /** The code of an error. */
    public static ErrorCode codeOf(GraphQLError error) {
        return ErrorCode.valueOf((String) extensionsOf(error).get("code"));
    }

    private static ErrorCode kindOf(GraphQLError error) {
        if (error instanceof UnknownOperationException) {
            return ErrorCode.OPERATION_RESOLUTION_FAILURE;
        }
        if (error instanceof BadFaithIntrospectionError) {
            return ErrorCode.DOCUMENT_TOO_COMPLEX;
        }
        if (error instanceof GraphQLException && error.getErrorType() == ErrorType.ValidationError) {
            return ErrorCode.BAD_USER_INPUT; // an invalid variable: validation of documents returns its errors
        }
        ErrorClassification kind = error.getErrorType();
        return kind instanceof ErrorType type ? codeOf(type) : ErrorCode.BAD_USER_INPUT;
    }

    private static ErrorCode codeOf(ErrorType type) {
        return switch (type) {
            case InvalidSyntax -> ErrorCode.GRAPHQL_PARSE_FAILED;
            case ValidationError -> ErrorCode.GRAPHQL_VALIDATION_FAILED;
            case NullValueInNonNullableField -> ErrorCode.NULL_IN_NON_NULL_FIELD;
            case OperationNotSupported -> ErrorCode.OPERATION_RESOLUTION_FAILURE;
            case ExecutionAborted -> ErrorCode.DOCUMENT_TOO_COMPLEX;
            case DataFetchingException -> ErrorCode.INTERNAL_SERVER_ERROR;
        };
    }
}
