package dev.rangefinder.engine.document;

import static graphql.validation.ValidationErrorType.UnknownDirective;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hides and rejects the directives that graphql-java adds to every schema but this service does not support, such as
 * {@code @defer}.
 */
public final class DirectiveRule {

    /** The directives of the GraphQL specification, section 3.13, and our own. */
    private static final Set<String> SUPPORTED =
            Set.of("include", "skip", "deprecated", "oneOf", "specifiedBy", AsOfDirective.NAME);

    private DirectiveRule() {}

    /** The supported directives of a schema, by name. */
    public static List<GraphQLDirective> supported(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> SUPPORTED.contains(directive.getName()))
                .sorted(Comparator.comparing(GraphQLDirective::getName))
                .toList();
    }

    /** Returns the errors of the directives of a valid document: GraphQL specification, section 5.7.1. */
    static List<ValidationError> check(Document document) {
        return directives(document)
                .filter(directive -> !SUPPORTED.contains(directive.getName()))
                .map(DirectiveRule::unknown)
                .toList();
    }

    private static Stream<Directive> directives(Node<?> node) {
        Stream<Directive> below = node.getChildren().stream().flatMap(DirectiveRule::directives);
        return node instanceof Directive directive ? Stream.concat(Stream.of(directive), below) : below;
    }

    private static ValidationError unknown(Directive directive) {
        return ValidationError.newValidationError()
                .validationErrorType(UnknownDirective)
                .sourceLocation(directive.getSourceLocation())
                .description("Validation error (UnknownDirective) : Unknown directive '" + directive.getName() + "'")
                .build();
    }
}
