package dev.rangefinder.filter;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("TextFilter")
@Description("Comparison operators for text. All except `eqInsensitive` and `contains` are case-sensitive.")
public record TextFilter(
        @Nullable @Description("Equal to this value.") String eq,

        @Nullable @Description("Equal to this value, regardless of the case of the letters A to Z.")
        String eqInsensitive,

        @Nullable @Description("Equal to one of these values.")
        List<@NonNull String> in,

        @Nullable @Description("Starts with this text.") String startsWith,

        @Nullable @Description("Contains this text of at least three characters, regardless of the case of the letters A to Z.")
        String contains,

        @Nullable @Description("Whether the value is null.") Boolean isNull)
        implements Operators {

    /** Sorts after every other character in the C collation. */
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    @Override
    public void restrict(Conditions rows, String expression) {
        if (eq != null) {
            rows.exactly(expression + " = ?", eq);
        }
        if (eqInsensitive != null) {
            rows.and(expression + " ilike ?", escaped(eqInsensitive));
        }
        if (in != null) {
            rows.oneOf(expression, in);
        }
        if (startsWith != null) {
            String range = expression + " >= ? and " + expression + " < ?";
            rows.range(expression, range, startsWith, startsWith + LAST_CHARACTER);
        }
        if (contains != null) {
            rows.and(expression + " ilike ?", pattern());
        }
        if (isNull != null) {
            rows.exactly(Conditions.isNull(expression, isNull));
        }
    }

    private String pattern() {
        if (contains.codePointCount(0, contains.length()) < 3) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "`contains` requires at least three characters.");
        }
        return '%' + escaped(contains) + '%';
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
