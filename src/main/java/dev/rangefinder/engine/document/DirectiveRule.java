package dev.rangefinder.engine.document;

import static graphql.validation.ValidationErrorType.UnknownDirective;

import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLSchema;
import graphql.validation.ValidationError;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps out the directives that graphql-java adds to every schema and that this service does not carry out, such as
 * {@code @defer}: a schema without them cannot be built, but they are neither told nor taken.
 */
public final class DirectiveRule {

    /** Those of the GraphQL specification, section 3.13. */
    private static final Set<String> SPECIFIED = Set.of("include", "skip", "deprecated", "oneOf", "specifiedBy");

    private DirectiveRule() {}

    /** The directives of a schema that are told. */
    public static List<GraphQLDirective> told(GraphQLSchema schema) {
        return schema.getDirectives().stream()
                .filter(directive -> SPECIFIED.contains(directive.getName()))
                .toList();
    }

    /** What is wrong with the directives of a valid document: GraphQL specification, section 5.7.1. */
    static List<ValidationError> check(Document document) {
        return directives(document)
                .filter(directive -> !SPECIFIED.contains(directive.getName()))
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
