package dev.rangefinder.engine.schema;

import dev.rangefinder.mutation.AlreadyExists;
import dev.rangefinder.mutation.AppliedChanges;
import dev.rangefinder.mutation.ChangedLater;
import dev.rangefinder.mutation.HistoryPruned;
import dev.rangefinder.mutation.InvalidField;
import dev.rangefinder.mutation.NotCited;
import dev.rangefinder.mutation.NotFound;
import dev.rangefinder.mutation.Removal;
import dev.rangefinder.mutation.Reversal;
import dev.rangefinder.mutation.StaleVersion;
import dev.rangefinder.mutation.StillReferred;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeReference;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Derives the payload of each mutation from the type that its method returns: {@code registerBrand} returns a {@code Change<Brand>},
 * and its {@code RegisterBrandPayload} has a field {@code brand}, and errors of a union of its own. A payload is nullable, so that
 * an unexpected failure of one mutation hides nothing of those that were executed before it.
 */
final class Payloads {

    private static final String NODE = "node";
    private static final String ERRORS = "errors";

    private final GraphQLCodeRegistry.Builder registry;

    private Payloads(GraphQLCodeRegistry.Builder registry) {
        this.registry = registry;
    }

    /** Returns a schema where each mutation has a payload of its own. */
    static GraphQLSchema derive(GraphQLSchema schema) {
        GraphQLObjectType mutation = schema.getMutationType();
        if (mutation == null) {
            return schema;
        }
        GraphQLCodeRegistry.Builder registry = GraphQLCodeRegistry.newCodeRegistry(schema.getCodeRegistry());
        Payloads payloads = new Payloads(registry);
        List<GraphQLFieldDefinition> fields =
                mutation.getFields().stream().map(payloads::withPayload).toList();
        GraphQLObjectType changed =
                mutation.transform(with -> with.replaceFields(fields).description("The root of all mutations."));
        return schema.transform(with -> with.mutation(changed).codeRegistry(registry.build()));
    }

    private GraphQLFieldDefinition withPayload(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType returned
                ? field.transform(with -> with.type(payload(field, returned))
                        .replaceDirectives(List.of())
                        .replaceAppliedDirectives(List.of()))
                : field;
    }

    private GraphQLObjectType payload(GraphQLFieldDefinition field, GraphQLObjectType returned) {
        String name = capitalized(field.getName()) + "Payload";
        GraphQLUnionType errors = errors(field, returned);
        GraphQLObjectType.Builder payload =
                GraphQLObjectType.newObject().name(name).description("The result of `" + field.getName() + "`.");
        for (GraphQLFieldDefinition part : returned.getFields()) {
            payload.field(derived(part, name, errors, returned));
        }
        return payload.build();
    }

    private GraphQLFieldDefinition derived(
            GraphQLFieldDefinition part, String payload, GraphQLUnionType errors, GraphQLObjectType returned) {
        if (part.getName().equals(NODE)) {
            String item = GraphQLTypeUtil.unwrapAll(part.getType()).getName();
            String name = item.substring(0, 1).toLowerCase(Locale.ROOT) + item.substring(1);
            registry.dataFetcher(FieldCoordinates.coordinates(payload, name), ChangedNodeFetcher.INSTANCE);
            String description = part.getDescription().replace("{item}", GenericName.words(item));
            return GraphQLFieldDefinition.newFieldDefinition()
                    .name(name)
                    .description(description)
                    .type(GraphQLTypeReference.typeRef(item))
                    .build();
        }
        registry.dataFetcher(
                FieldCoordinates.coordinates(payload, part.getName()),
                registry.getDataFetcher(FieldCoordinates.coordinates(returned, part), part));
        return part.getName().equals(ERRORS)
                ? part.transform(
                        with -> with.type(GraphQLNonNull.nonNull(GraphQLList.list(GraphQLNonNull.nonNull(errors)))))
                : part;
    }

    private GraphQLUnionType errors(GraphQLFieldDefinition field, GraphQLObjectType returned) {
        GraphQLUnionType.Builder union = GraphQLUnionType.newUnionType()
                .name(capitalized(field.getName()) + "Error")
                .description("A reason why `" + field.getName() + "` is refused.");
        membersOf(field, returned)
                .forEach(member -> union.possibleType(GraphQLTypeReference.typeRef(member.getSimpleName())));
        GraphQLUnionType errors = union.build();
        registry.typeResolver(
                errors,
                environment -> environment
                        .getSchema()
                        .getObjectType(environment.getObject().getClass().getSimpleName()));
        return errors;
    }

    /** The errors that a mutation can have, which depend on what its input has. */
    private static List<Class<?>> membersOf(GraphQLFieldDefinition field, GraphQLObjectType returned) {
        List<Class<?>> members = new ArrayList<>(List.of(NotFound.class, InvalidField.class, NotCited.class));
        if (returned.getName().equals(AppliedChanges.class.getSimpleName())) {
            members.addAll(List.of(AlreadyExists.class, StillReferred.class, StaleVersion.class));
            return members;
        }
        boolean removes = returned.getName().equals(Removal.class.getSimpleName());
        members.add(removes ? StillReferred.class : AlreadyExists.class);
        boolean hasVersion = field.getArguments().stream()
                .map(argument -> GraphQLTypeUtil.unwrapAll(argument.getType()))
                .anyMatch(type ->
                        type instanceof GraphQLInputObjectType input && input.getField("expectedVersion") != null);
        if (hasVersion) {
            members.add(StaleVersion.class);
        }
        if (returned.getName().equals(Reversal.class.getSimpleName())) {
            members.addAll(List.of(ChangedLater.class, HistoryPruned.class));
        }
        return members;
    }

    private static String capitalized(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
