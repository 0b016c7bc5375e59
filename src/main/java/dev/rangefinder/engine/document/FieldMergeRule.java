package dev.rangefinder.engine.document;

import static graphql.validation.ValidationErrorType.FieldsConflict;

import graphql.introspection.Introspection;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Fields with the same response key must be mergeable: GraphQL specification, section 5.3.2. The rule of graphql-java ignores the
 * types of {@code __typename} and {@code __schema}, and depends on the order of input fields. This rule lets {@code __typename}
 * share a key with fields of other types, as graphql-js does. Each set of fields is compared only once.
 */
final class FieldMergeRule {

    private static final int MAX_ERRORS = 100;

    private final GraphQLSchema schema;
    private final CollectedFields collected;
    private final Set<Set<TypedField>> comparedShapes = new HashSet<>();
    private final Set<Set<TypedField>> comparedFields = new HashSet<>();
    private final List<ValidationError> errors = new ArrayList<>();

    private FieldMergeRule(GraphQLSchema schema, Document document) {
        this.schema = schema;
        this.collected = new CollectedFields(schema, NodeUtil.getFragmentsByName(document));
    }

    /** Returns the errors of a document that is valid by all other rules. */
    static List<ValidationError> check(GraphQLSchema schema, Document document) {
        FieldMergeRule rule = new FieldMergeRule(schema, document);
        document.getDefinitionsOfType(OperationDefinition.class).forEach(rule::check);
        return rule.errors;
    }

    private void check(OperationDefinition operation) {
        Map<String, Set<TypedField>> fields = new LinkedHashMap<>();
        collected.of(operation).forEach((field, parent) -> add(fields, field, parent));
        compareShapes(fields, "");
        compareFields(fields, "");
    }

    private void add(Map<String, Set<TypedField>> fields, Field field, GraphQLCompositeType parent) {
        GraphQLOutputType type =
                Introspection.getFieldDef(schema, parent, field.getName()).getType();
        fields.computeIfAbsent(field.getResultKey(), key -> new LinkedHashSet<>())
                .add(new TypedField(field, parent, type));
    }

    private Map<String, Set<TypedField>> below(Collection<TypedField> selected) {
        Map<String, Set<TypedField>> fields = new LinkedHashMap<>();
        for (TypedField one : selected) {
            collected.below(one.field(), one.type()).forEach((field, parent) -> add(fields, field, parent));
        }
        return fields;
    }

    private void compareShapes(Map<String, Set<TypedField>> fields, String path) {
        fields.forEach((key, selected) -> {
            Set<TypedField> typed = new LinkedHashSet<>(selected);
            typed.removeIf(TypedField::isTypeName);
            if (comparedShapes.add(typed) && areSame(typed, path + key, TypedField::differenceOfShape)) {
                compareShapes(below(typed), path + key + '/');
            }
        });
    }

    private void compareFields(Map<String, Set<TypedField>> fields, String path) {
        fields.forEach((key, selected) -> {
            for (Set<TypedField> together : ofOneObject(selected)) {
                if (comparedFields.add(together) && areSame(together, path + key, TypedField::difference)) {
                    compareFields(below(together), path + key + '/');
                }
            }
        });
    }

    /** Groups fields that one object may have: those of each object type, with those of interfaces and unions. */
    private static Collection<Set<TypedField>> ofOneObject(Set<TypedField> selected) {
        Set<TypedField> ofAny = new LinkedHashSet<>(selected);
        ofAny.removeIf(one -> one.parent() instanceof GraphQLObjectType);
        Map<GraphQLCompositeType, Set<TypedField>> byType = new LinkedHashMap<>();
        selected.stream()
                .filter(one -> !ofAny.contains(one))
                .forEach(one -> byType.computeIfAbsent(one.parent(), type -> new LinkedHashSet<>(ofAny))
                        .add(one));
        return byType.isEmpty() ? List.of(ofAny) : byType.values();
    }

    /** Whether all fields can be merged with the first one; reports an error otherwise. */
    private boolean areSame(
            Set<TypedField> selected, String path, BiFunction<TypedField, TypedField, @Nullable String> difference) {
        for (TypedField other : selected) {
            TypedField first = selected.iterator().next();
            String conflict = difference.apply(first, other);
            if (conflict != null) {
                report(path, conflict, first.field(), other.field());
                return false;
            }
        }
        return true;
    }

    private void report(String path, String conflict, Field one, Field other) {
        if (errors.size() < MAX_ERRORS) {
            errors.add(ValidationError.newValidationError()
                    .validationErrorType(FieldsConflict)
                    .sourceLocations(List.of(one.getSourceLocation(), other.getSourceLocation()))
                    .description("Validation error (FieldsConflict) : '" + path + "' is " + conflict
                            + ". Give one of them an alias.")
                    .build());
        }
    }
}
