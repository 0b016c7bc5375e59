package dev.rangefinder.engine.document;

import static graphql.validation.ValidationErrorType.SubscriptionIntrospectionRootField;
import static graphql.validation.ValidationErrorType.SubscriptionMultipleRootFields;

import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A subscription must have one root field, whatever the values of its variables: GraphQL specification, section 5.2.4. The rule
 * of graphql-java throws an exception when {@code @skip} or {@code @include} leave no field.
 */
final class SubscriptionRule {

    private final Map<String, FragmentDefinition> fragments;
    private final List<ValidationError> errors = new ArrayList<>();

    private SubscriptionRule(Document document) {
        this.fragments = NodeUtil.getFragmentsByName(document);
    }

    /** Returns the errors of a document that is valid by all other rules. */
    static List<ValidationError> check(Document document) {
        SubscriptionRule rule = new SubscriptionRule(document);
        document.getDefinitionsOfType(OperationDefinition.class).stream()
                .filter(operation -> operation.getOperation() == Operation.SUBSCRIPTION)
                .forEach(rule::check);
        return rule.errors;
    }

    private void check(OperationDefinition subscription) {
        List<Selection<?>> selections =
                selections(subscription.getSelectionSet()).toList();
        List<Field> fields = selections.stream()
                .filter(Field.class::isInstance)
                .map(Field.class::cast)
                .toList();
        if (fields.stream().map(Field::getResultKey).distinct().count() > 1) {
            report(SubscriptionMultipleRootFields, "A subscription must have one root field", subscription);
        }
        if (fields.stream().anyMatch(field -> field.getName().startsWith("__"))) {
            report(
                    SubscriptionIntrospectionRootField,
                    "A subscription cannot select introspection fields",
                    subscription);
        }
        if (selections.stream().anyMatch(SubscriptionRule::isConditional)) {
            report(
                    SubscriptionMultipleRootFields,
                    "The root field of a subscription cannot have @skip or @include",
                    subscription);
        }
    }

    /** All selections at the root, including those inside fragments. */
    private Stream<Selection<?>> selections(SelectionSet selected) {
        return selected.getSelections().stream()
                .flatMap(one -> Stream.concat(Stream.<Selection<?>>of(one), inside(one)));
    }

    private Stream<Selection<?>> inside(Selection<?> selection) {
        if (selection instanceof InlineFragment inline) {
            return selections(inline.getSelectionSet());
        }
        return selection instanceof FragmentSpread spread
                ? selections(fragments.get(spread.getName()).getSelectionSet())
                : Stream.of();
    }

    private static boolean isConditional(Selection<?> selection) {
        DirectivesContainer<?> container = (DirectivesContainer<?>) selection;
        return container.hasDirective("skip") || container.hasDirective("include");
    }

    private void report(ValidationErrorType type, String message, OperationDefinition subscription) {
        errors.add(ValidationError.newValidationError()
                .validationErrorType(type)
                .sourceLocation(subscription.getSourceLocation())
                .description("Validation error (" + type + ") : " + message + '.')
                .build());
    }
}
