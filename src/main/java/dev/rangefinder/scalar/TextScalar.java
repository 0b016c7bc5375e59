package dev.rangefinder.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;
import java.util.function.Function;

/** A scalar that is serialized as text. Invalid input is rejected with the message of its reader. */
final class TextScalar implements Coercing<Object, String> {

    private final Function<String, Object> reader;
    private final Function<Object, String> writer;
    private final boolean acceptsNumbers;

    /**
     * Creates a scalar.
     *
     * @param reader parses a text, or throws an {@link IllegalArgumentException} with a message for the client
     * @param writer serializes a value
     * @param acceptsNumbers whether clients may send numbers as well
     */
    TextScalar(Function<String, Object> reader, Function<Object, String> writer, boolean acceptsNumbers) {
        this.reader = reader;
        this.writer = writer;
        this.acceptsNumbers = acceptsNumbers;
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return writer.apply(value);
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof String || acceptsNumbers && input instanceof Number) {
            return read(input.toString(), CoercingParseValueException::new);
        }
        throw new CoercingParseValueException("Expected a string.");
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text) {
            return read(text.getValue(), CoercingParseLiteralException::new);
        }
        if (acceptsNumbers && input instanceof IntValue number) {
            return read(number.getValue().toString(), CoercingParseLiteralException::new);
        }
        if (acceptsNumbers && input instanceof FloatValue number) {
            return read(number.getValue().toString(), CoercingParseLiteralException::new);
        }
        throw new CoercingParseLiteralException("Expected a string.");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return new StringValue(writer.apply(input));
    }

    private <X extends RuntimeException> Object read(String text, Function<String, X> rejection) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw rejection.apply(e instanceof NumberFormatException ? "Expected a decimal number." : e.getMessage());
        }
    }
}
