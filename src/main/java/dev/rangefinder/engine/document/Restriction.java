package dev.rangefinder.engine.document;

import dev.rangefinder.engine.ClientError;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.identity.Caller;
import dev.rangefinder.identity.Restricted;
import dev.rangefinder.identity.Role;
import graphql.GraphQLError;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.OperationDefinition;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The role that an operation requires, with the root field that requires it. A field that is skipped requires its role as well,
 * so that the answer does not depend on variables.
 */
record Restriction(Field field, Role role) {

    /** The restriction of each operation of a valid document, in document order; null where everybody may execute it. */
    static List<@Nullable Restriction> of(Document document, GraphQLSchema schema) {
        Map<String, FragmentDefinition> fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
                .collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment));
        CollectedFields fields = new CollectedFields(schema, fragments);
        return document.getDefinitionsOfType(OperationDefinition.class).stream()
                .<@Nullable Restriction>map(operation -> strictest(fields.of(operation), schema))
                .toList();
    }

    private static @Nullable Restriction strictest(Map<Field, GraphQLCompositeType> fields, GraphQLSchema schema) {
        return fields.entrySet().stream()
                .map(field -> of(field.getKey(), field.getValue(), schema))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Restriction::role))
                .orElse(null);
    }

    private static @Nullable Restriction of(Field field, GraphQLCompositeType type, GraphQLSchema schema) {
        FieldCoordinates coordinates = FieldCoordinates.coordinates(type.getName(), field.getName());
        boolean isMeta = field.getName().startsWith("__");
        return !isMeta && schema.getCodeRegistry().hasDataFetcher(coordinates)
                ? of(
                        field,
                        schema.getCodeRegistry().getDataFetcher(coordinates, schema.getFieldDefinition(coordinates)))
                : null;
    }

    private static @Nullable Restriction of(Field field, Object fetcher) {
        return fetcher instanceof Restricted restricted && restricted.requiredRole() != null
                ? new Restriction(field, restricted.requiredRole())
                : null;
    }

    /** The errors for a caller; none when the caller has the role. */
    List<GraphQLError> check(Caller caller) {
        return caller.has(role) ? List.of() : List.of(error(caller));
    }

    private GraphQLError error(Caller caller) {
        String rule = role.requiredBy(field.getName());
        return (caller.isAnonymous()
                        ? ClientError.builder(
                                ErrorCode.UNAUTHENTICATED, rule + ", and the request has no access token.")
                        : ClientError.builder(ErrorCode.FORBIDDEN, rule + ", which the access token does not list."))
                .location(field.getSourceLocation())
                .build();
    }
}
