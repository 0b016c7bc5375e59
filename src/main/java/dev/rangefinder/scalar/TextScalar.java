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

/** A scalar that travels as text. What it cannot read, it refuses with the reason that its reader gives. */
final class TextScalar implements Coercing<Object, String> {

    private final Function<String, Object> reader;
    private final Function<Object, String> writer;
    private final boolean numbers;

    /**
     * A scalar.
     *
     * @param reader makes a value of a text, or throws an {@link IllegalArgumentException} that says why not
     * @param writer makes the text of a value
     * @param numbers whether clients may send numbers as well
     */
    TextScalar(Function<String, Object> reader, Function<Object, String> writer, boolean numbers) {
        this.reader = reader;
        this.writer = writer;
        this.numbers = numbers;
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return writer.apply(value);
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        if (input instanceof String || numbers && input instanceof Number) {
            return read(input.toString(), CoercingParseValueException::new);
        }
        throw new CoercingParseValueException("Expected a text.");
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (input instanceof StringValue text) {
            return read(text.getValue(), CoercingParseLiteralException::new);
        }
        if (numbers && input instanceof IntValue number) {
            return read(number.getValue().toString(), CoercingParseLiteralException::new);
        }
        if (numbers && input instanceof FloatValue number) {
            return read(number.getValue().toString(), CoercingParseLiteralException::new);
        }
        throw new CoercingParseLiteralException("Expected a text.");
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return new StringValue(writer.apply(input));
    }

    private <X extends RuntimeException> Object read(String text, Function<String, X> refusal) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw refusal.apply(e instanceof NumberFormatException ? "Not a decimal number." : e.getMessage());
        }
    }
}
