package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@GroupedBy(Grouping.ITEM)
@Input("TextListFilter")
@Description("Comparison operators for a list of texts. All are case-sensitive.")
public record TextListFilter(
        @Nullable @Description("The list contains this text.")
        String has,

        @Nullable @Description("The list contains one of these texts.")
        List<@NonNull String> hasAny,

        @Nullable @Description("Whether the list is empty.") Boolean isEmpty)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String expression) {
        if (has != null) {
            rows.and(expression + " @> ?::text[]", (Object) new String[] {has});
        }
        if (hasAny != null) {
            rows.and(expression + " && ?::text[]", (Object) hasAny.toArray(String[]::new));
        }
        if (isEmpty != null) {
            rows.and(expression + (isEmpty ? " = '{}'" : " <> '{}'"));
        }
    }
}
