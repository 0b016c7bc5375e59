package dev.rangefinder.scalar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decimal numbers are serialized as text, whose size no parser limits. No argument takes one yet. */
class ScalarTypesTest {

    private static final GraphQLContext CONTEXT = GraphQLContext.getDefault();

    private final Coercing<?, ?> decimal =
            Objects.requireNonNull(ScalarTypes.of("BigDecimal")).getCoercing();

    private Object value(Object input) {
        return decimal.parseValue(input, CONTEXT, Locale.ROOT);
    }

    private Object literal(String text) {
        return decimal.parseLiteral(new StringValue(text), CoercedVariables.emptyVariables(), CONTEXT, Locale.ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5000000", "1e-5000000", "1e2147483647", "1e99999999999", "NaN", "Infinity", ""})
    void invalidOrHugeDecimalIsRejected(String text) {
        assertThrows(CoercingParseValueException.class, () -> value(text));
        assertThrows(CoercingParseLiteralException.class, () -> literal(text));
    }

    @Test
    void decimalOfTooManyDigitsIsRejected() {
        assertThrows(CoercingParseValueException.class, () -> value("9".repeat(90_000)));
    }

    @Test
    void decimalIsParsedExactly() {
        assertEquals(new BigDecimal("74999.90"), value("74999.90"));
        assertEquals(new BigDecimal("1E+3"), literal("1e3"));
    }
}
