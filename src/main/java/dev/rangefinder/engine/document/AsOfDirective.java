package dev.rangefinder.engine.document;

import dev.rangefinder.scalar.ScalarTypes;
import dev.rangefinder.transaction.Validity;
import graphql.Scalars;
import graphql.introspection.Introspection.DirectiveLocation;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLDirective;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputType;
import java.util.List;

/** The directive of operations that read the catalogue as of another moment. */
public final class AsOfDirective {

    /** Its name, which is that of the extension as well. */
    public static final String NAME = "asOf";

    static final String REVISION = "revision";
    static final String KNOWN_AT = "knownAt";
    static final String VALID_ON = "validOn";
    static final String VALIDITY = "validity";

    private static final GraphQLEnumType VALIDITY_TYPE = GraphQLEnumType.newEnum()
            .name("Validity")
            .description(
                    "What an operation reads of the world on a day, because many dates are known only by the month or"
                            + " the year, or not at all.")
            .value(
                    Validity.CERTAINLY.name(),
                    Validity.CERTAINLY,
                    "What is certain: it was there on that day, whichever day its dates mean.")
            .value(
                    Validity.POSSIBLY.name(),
                    Validity.POSSIBLY,
                    "What is possible: it was there on that day for one of the days that its dates can mean.")
            .build();

    /** Its arguments, without the default that tells clients what they get: what a request has set is checked. */
    static final List<GraphQLArgument> ARGUMENTS = List.of(
            argument(
                    REVISION,
                    Scalars.GraphQLInt,
                    "The revision of the catalogue, such as `catalogue.revision` of an earlier answer: later additions,"
                            + " corrections and removals are undone. The catalogue was empty at revision 0."),
            argument(
                    KNOWN_AT,
                    ScalarTypes.DATE_TIME,
                    "A time: the operation reads the revision that was current then. Not together with `revision`."),
            argument(
                    VALID_ON,
                    ScalarTypes.PARTIAL_DATE,
                    "A day, or the last day of a month or year: the operation reads what was there then, such as the members"
                            + " that had joined and not left, the territories in force, the devices that were out and the prices."
                            + " By default it is read by the current revision. It can be in the future, for what is"
                            + " planned."),
            argument(
                    VALIDITY,
                    VALIDITY_TYPE,
                    "Whether the operation reads what is certain or what is possible on the day. Only together with"
                            + " `validOn`."));

    /** Its definition. */
    public static final GraphQLDirective DEFINITION = GraphQLDirective.newDirective()
            .name(NAME)
            .description(
                    "Reads the whole operation as of a moment: the catalogue as it was known then, with `revision` or"
                            + " `knownAt`, or the world as it stood on a day, with `validOn`, or both. Fields that refer to the"
                            + " current day use the day of the moment, in UTC. The request extension `asOf` does the same for"
                            + " persisted documents.")
            .validLocation(DirectiveLocation.QUERY)
            .replaceArguments(ARGUMENTS.stream().map(AsOfDirective::withDefault).toList())
            .build();

    private AsOfDirective() {}

    private static GraphQLArgument withDefault(GraphQLArgument argument) {
        return argument.getName().equals(VALIDITY)
                ? argument.transform(with -> with.defaultValueProgrammatic(Validity.CERTAINLY))
                : argument;
    }

    private static GraphQLArgument argument(String name, GraphQLInputType type, String description) {
        return GraphQLArgument.newArgument()
                .name(name)
                .type(type)
                .description(description)
                .build();
    }
}
