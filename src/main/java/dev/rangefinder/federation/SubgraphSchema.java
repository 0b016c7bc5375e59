package dev.rangefinder.federation;

import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.util.TreeTransformerUtil.changeNode;

import dev.rangefinder.node.Node;
import dev.rangefinder.relay.PageInfo;
import graphql.Scalars;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLSchemaElement;
import graphql.schema.GraphQLTypeVisitorStub;
import graphql.schema.SchemaTransformer;
import graphql.schema.idl.SchemaPrinter;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Describes this service to the composition of a supergraph. It differs from the schema for clients where a type is that of
 * several subgraphs: other subgraphs have an interface {@code Node} and a type {@code PageInfo}, too.
 */
final class SubgraphSchema extends GraphQLTypeVisitorStub {

    /** The lowest version, which every router of Federation 2 supports. */
    private static final String LINK = """
            extend schema
              @link(url: "https://specs.apollo.dev/federation/v2.0", import: ["@key", "@shareable"])

            """;

    /** Only who knows the objects of all subgraphs can answer these fields. */
    private static final Set<String> ACROSS_SUBGRAPHS = Set.of("node", "nodes");

    /** The composition does not know this directive. The service checks the input that it marks, whoever sends it. */
    private static final String ONE_OF = "oneOf";

    private final Map<String, EntityType> entities;

    private SubgraphSchema(Map<String, EntityType> entities) {
        this.entities = entities;
    }

    /** Prints a schema in the schema definition language. */
    static String print(GraphQLSchema schema, Map<String, EntityType> entities) {
        SchemaPrinter printer = new SchemaPrinter(SchemaPrinter.Options.defaultOptions()
                .includeDirectiveDefinitions(false)
                .includeDirectives(name -> !name.equals(ONE_OF)));
        // The types of the arguments of directives go with them
        GraphQLSchema plain = schema.transform(GraphQLSchema.Builder::clearDirectives);
        return LINK + printer.print(SchemaTransformer.transformSchema(plain, new SubgraphSchema(entities)));
    }

    @Override
    public TraversalControl visitGraphQLObjectType(
            GraphQLObjectType type, TraverserContext<GraphQLSchemaElement> context) {
        if (type.getName().equals("Query")) {
            List<GraphQLFieldDefinition> fields = type.getFields().stream()
                    .filter(field -> !ACROSS_SUBGRAPHS.contains(field.getName()))
                    .toList();
            return changeNode(context, type.transform(with -> with.replaceFields(fields)));
        }
        if (type.getName().equals(PageInfo.class.getSimpleName())) {
            return changeNode(context, type.transform(with -> with.withAppliedDirective(shareable())));
        }
        EntityType entity = entities.get(type.getName());
        return entity == null
                ? TraversalControl.CONTINUE
                : changeNode(
                        context,
                        type.transform(with -> entity.keys().forEach(field -> with.withAppliedDirective(key(field)))));
    }

    @Override
    public TraversalControl visitGraphQLInterfaceType(
            GraphQLInterfaceType type, TraverserContext<GraphQLSchemaElement> context) {
        if (!type.getName().equals(Node.class.getSimpleName())) {
            return TraversalControl.CONTINUE;
        }
        // The nodes of other subgraphs have no further fields of ours
        return changeNode(context, type.transform(with -> with.replaceFields(List.of(type.getField("id")))));
    }

    private static GraphQLAppliedDirective shareable() {
        return GraphQLAppliedDirective.newDirective().name("shareable").build();
    }

    private static GraphQLAppliedDirective key(String field) {
        return GraphQLAppliedDirective.newDirective()
                .name("key")
                .argument(GraphQLAppliedDirectiveArgument.newArgument()
                        .name("fields")
                        .type(nonNull(Scalars.GraphQLString))
                        .valueProgrammatic(field))
                .build();
    }
}
