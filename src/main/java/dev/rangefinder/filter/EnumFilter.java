package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * Operators for an enum.
 *
 * @param <V> the enum
 */
@GroupedBy(Grouping.VALUE)
@Input("EnumFilter")
@Description("Comparison operators for `{item}` values.")
public record EnumFilter<V extends Enum<V>>(
        @Nullable @Description("Equal to this value.") V eq,

        @Nullable @Description("Equal to one of these values.")
        List<@NonNull V> in,

        @Nullable @Description("Whether the value is null.") Boolean isNull)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String expression) {
        if (eq != null) {
            rows.exactly(expression + " = ?", eq.name());
        }
        if (in != null) {
            rows.and(expression + " = any (?)", (Object)
                    in.stream().map(Enum::name).toArray(String[]::new));
        }
        if (isNull != null) {
            rows.exactly(Conditions.isNull(expression, isNull));
        }
    }
}
