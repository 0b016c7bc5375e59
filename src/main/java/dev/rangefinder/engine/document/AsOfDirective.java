package dev.rangefinder.engine.document;

import dev.rangefinder.scalar.ScalarTypes;
import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLInputType;

/** The directive of operations that read the catalogue as of another moment. */
public final class AsOfDirective {

    /** Its name, which is that of the extension as well. */
    public static final String NAME = "asOf";

    static final String REVISION = "revision";
    static final String KNOWN_AT = "knownAt";

    /** Its definition. */
    public static final GraphQLDirective DEFINITION = GraphQLDirective.newDirective()
            .name(NAME)
            .description("Reads the whole operation from the catalogue as it was known at a moment: later additions,"
                    + " corrections and removals are undone. Fields that refer to the current day use the day of the"
                    + " moment, in UTC. Exactly one of the arguments must be set. The request extension `asOf` does the"
                    + " same for persisted documents.")
            .validLocation(DirectiveLocation.QUERY)
            .argument(argument(
                    REVISION,
                    Scalars.GraphQLInt,
                    "The revision of the catalogue, such as `catalogue.revision` of an earlier answer. The catalogue"
                            + " was empty at revision 0."))
            .argument(argument(
                    KNOWN_AT, ScalarTypes.DATE_TIME, "A time: the operation reads the revision that was current then."))
            .build();

    private AsOfDirective() {}

    private static GraphQLArgument argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument()
                .name(name)
                .type(type)
                .description(description)
                .build();
    }
}
