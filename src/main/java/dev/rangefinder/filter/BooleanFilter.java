package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@GroupedBy(Grouping.TRUTH)
@Input("BooleanFilter")
@Description("Comparison operators for a value that is true or false.")
public record BooleanFilter(
        @Nullable @Description("Equal to this value.") Boolean eq,
        @Nullable @Description("Whether the value is null.") Boolean isNull)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String expression) {
        if (eq != null) {
            rows.and(eq ? expression : "not " + expression);
        }
        if (isNull != null) {
            rows.and(Conditions.isNull(expression, isNull));
        }
    }
}
