package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.RawVariables;
import graphql.execution.ValuesResolver;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.OperationDefinition;
import graphql.language.OperationDefinition.Operation;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Determines the moment that an operation of a valid document reads: by its directive, or by the extension of the request. */
final class AsOfRule {

    private final GraphQLSchema schema;
    private final OperationDefinition operation;
    private final @Nullable Directive directive;

    private AsOfRule(GraphQLSchema schema, OperationDefinition operation) {
        this.schema = schema;
        this.operation = operation;
        this.directive =
                operation.getDirectives(AsOfDirective.NAME).stream().findFirst().orElse(null);
    }

    static AsOfRule of(OperationDefinition operation, GraphQLSchema schema) {
        return new AsOfRule(schema, operation);
    }

    /**
     * Returns the moment; null for the present.
     *
     * @throws InputException when an argument is invalid
     */
    @Nullable AskedMoment apply(Request request) {
        Object extension = request.extensions().get(AsOfDirective.NAME);
        if (extension != null && operation.getOperation() != Operation.QUERY) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "The extension `asOf` is only for queries.");
        }
        if (extension != null && directive != null) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "A request can have either the directive `@asOf` or the extension `asOf`.");
        }
        if (directive != null) {
            return AsOfArguments.of(arguments(directive, request));
        }
        return extension == null ? null : AsOfArguments.ofExtension(extension);
    }

    private Map<String, Object> arguments(Directive of, Request request) {
        Set<String> names = of.getArguments().stream()
                .map(Argument::getValue)
                .filter(VariableReference.class::isInstance)
                .map(value -> ((VariableReference) value).getName())
                .collect(Collectors.toSet());
        List<VariableDefinition> definitions = operation.getVariableDefinitions().stream()
                .filter(definition -> names.contains(definition.getName()))
                .toList();
        GraphQLContext none = GraphQLContext.getDefault();
        CoercedVariables variables = ValuesResolver.coerceVariableValues(
                schema, definitions, RawVariables.of(request.variables()), none, Locale.ROOT);
        return ValuesResolver.getArgumentValues(
                schema.getCodeRegistry(), AsOfDirective.ARGUMENTS, of.getArguments(), variables, none, Locale.ROOT);
    }
}
