package dev.rangefinder.engine.document;

import graphql.ParseAndValidate;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import graphql.validation.rules.OverlappingFieldsCanBeMerged;
import graphql.validation.rules.SubscriptionUniqueRootField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Validates documents (GraphQL specification, chapter 5), with rules of our own where those of graphql-java are incorrect. */
final class Validation {

    private static final Set<Class<?>> REPLACED =
            Set.of(OverlappingFieldsCanBeMerged.class, SubscriptionUniqueRootField.class);

    private Validation() {}

    /** Returns the errors of a document. */
    static List<ValidationError> check(GraphQLSchema schema, Document document) {
        List<ValidationError> invalid =
                ParseAndValidate.validate(schema, document, rule -> !REPLACED.contains(rule), Locale.ROOT);
        if (!invalid.isEmpty()) {
            return invalid; // our rules require a document that is valid by the others
        }
        return Stream.of(
                        DirectiveRule.check(document),
                        FieldMergeRule.check(schema, document),
                        SubscriptionRule.check(document))
                .flatMap(List::stream)
                .toList();
    }
}
