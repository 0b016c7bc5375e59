package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rangefinder.GraphQLClient;
import dev.rangefinder.identity.IdentityResource;
import dev.rangefinder.identity.Role;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Sends mutations with random inputs to the service: each in turn, and several in one transaction. */
final class RandomMutations {

    /** They need a history, or other mutations. */
    private static final Set<String> OTHERS = Set.of("apply", "revertImport");

    /** Such as null for a name. */
    private static final String INVALID = "BAD_USER_INPUT";

    private static final int ATTEMPTS = 8;

    private final SeededRandom draw;
    private final RandomInputs inputs;
    private final Deque<GraphQLFieldDefinition> mutations;

    RandomMutations(GraphQLSchema schema, RandomInputs inputs, SeededRandom draw) {
        this.draw = draw;
        this.inputs = inputs;
        this.mutations = new ArrayDeque<>(draw.shuffled(schema.getMutationType().getFields().stream()
                .filter(mutation -> !OTHERS.contains(mutation.getName()))
                .toList()));
    }

    /** Sends the mutation whose turn it is, until the service accepts an input. */
    void change() {
        GraphQLFieldDefinition mutation = next();
        String document = "mutation($input: " + inputOf(mutation).getName() + "!) { " + mutation.getName()
                + "(input: $input) { errors { __typename } } }";
        for (int i = 0; i < ATTEMPTS && !isStored(document, Map.of("input", inputs.draw(inputOf(mutation)))); ) {
            i++;
        }
    }

    /** Sends several changes at once, until the service accepts them all. */
    void apply() {
        String document = "mutation($changes: [Change!]!) { apply(changes: $changes) { errors { __typename } } }";
        for (int i = 0; i < ATTEMPTS && !isStored(document, Map.of("changes", changes())); ) {
            i++;
        }
    }

    private List<Map<String, ?>> changes() {
        return IntStream.range(0, draw.between(2, 4))
                .<Map<String, ?>>mapToObj(i -> {
                    GraphQLFieldDefinition mutation = next();
                    return Map.of(mutation.getName(), inputs.draw(inputOf(mutation)));
                })
                .toList();
    }

    private GraphQLFieldDefinition next() {
        GraphQLFieldDefinition next = mutations.remove();
        mutations.add(next);
        return next;
    }

    private static GraphQLInputObjectType inputOf(GraphQLFieldDefinition mutation) {
        return (GraphQLInputObjectType)
                GraphQLTypeUtil.unwrapAll(mutation.getArgument("input").getType());
    }

    /** Sends a mutation, which may be refused but must not fail. */
    static boolean isStored(String document, Map<String, ?> variables) {
        String administrator = IdentityResource.token().with(Role.ADMIN).header();
        JsonNode answer = GraphQLClient.answer(document, variables, "authorization", administrator);
        String code = answer.at("/errors/0/extensions/code").asText(INVALID);
        assertEquals(INVALID, code, () -> document + variables + answer);
        return answer.findValue("errors").isEmpty();
    }
}
