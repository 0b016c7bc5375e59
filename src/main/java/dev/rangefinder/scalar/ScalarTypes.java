package dev.rangefinder.scalar;

import static graphql.schema.GraphQLNonNull.nonNull;

import graphql.Directives;
import graphql.Scalars;
import graphql.schema.Coercing;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scalars of the schema. */
public final class ScalarTypes {

    /** A point in time. */
    public static final GraphQLScalarType DATE_TIME = scalar(
            "DateTime",
            "A point in time in ISO 8601, in UTC: `2022-05-23T08:30:00.123456Z`.",
            "https://www.rfc-editor.org/rfc/rfc3339",
            new TextScalar(ScalarTypes::time, Object::toString, false));

    /** A date as precise as its source. */
    public static final GraphQLScalarType PARTIAL_DATE = scalar(
            "PartialDate",
            "A date in ISO 8601 that is as precise as its source: a day (`2022-05-23`), a month (`2022-05`) or a year (`2022`).",
            "https://www.rfc-editor.org/rfc/rfc3339#appendix-A",
            new TextScalar(PartialDate::new, Object::toString, false));

    /** The scalar for JSON objects, which no Java type stands for. */
    public static final GraphQLScalarType JSON = scalar(
            "JSON",
            "A JSON object (RFC 8259): not a text that contains JSON, but a part of the answer.",
            "https://www.rfc-editor.org/rfc/rfc8259",
            new JsonScalar());

    /** Int and Float of SmallRye wrap around or fail on numbers out of range. */
    private static final Map<String, GraphQLScalarType> TYPES = Map.of(
            "Int",
            Scalars.GraphQLInt,
            "Float",
            Scalars.GraphQLFloat,
            "ID",
            Scalars.GraphQLID.transform(with -> with.coercing(new IdScalar())),
            "PartialDate",
            PARTIAL_DATE,
            "DateTime",
            DATE_TIME,
            "BigDecimal",
            scalar(
                    "Decimal",
                    "An exact decimal number, serialized as a string: `\"74999.90\"`. Input can be a string or a number.",
                    "https://www.w3.org/TR/xmlschema-2/#decimal",
                    new TextScalar(ScalarTypes::decimal, value -> ((BigDecimal) value).toPlainString(), true)));

    private static final int LAST_YEAR = 9999;

    private ScalarTypes() {}

    /** The replacement for a scalar of SmallRye; null when that one is used as it is. */
    public static @Nullable GraphQLScalarType of(String name) {
        return TYPES.get(name);
    }

    /** A scalar with the URL of its specification, both in introspection and as a directive in the printed schema. */
    private static GraphQLScalarType scalar(String name, String description, String url, Coercing<?, ?> coercing) {
        GraphQLAppliedDirective specifiedBy = Directives.SpecifiedByDirective.toAppliedDirective()
                .transform(with -> with.replaceArguments(List.of(GraphQLAppliedDirectiveArgument.newArgument()
                        .name("url")
                        .type(nonNull(Scalars.GraphQLString))
                        .valueProgrammatic(url)
                        .build())));
        return GraphQLScalarType.newScalar()
                .name(name)
                .description(description)
                .specifiedByUrl(url)
                .withAppliedDirective(specifiedBy)
                .coercing(coercing)
                .build();
    }

    /**
     * Reads a point in time.
     *
     * @throws IllegalArgumentException when the text is none that PostgreSQL knows, too
     */
    public static Instant time(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 1 && year <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeParseException e) {
            // Rejected below
        }
        throw new IllegalArgumentException("Expected a time such as 2022-05-23T08:30:00Z.");
    }

    private static BigDecimal decimal(String text) {
        if (NumberLimit.isExceeded(text)) {
            throw new IllegalArgumentException("The number " + NumberLimit.EXCEEDED);
        }
        return new BigDecimal(text);
    }
}
