package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SlugFilter")
@Description("Comparison operators for identifiers such as slugs, codes and keys. All are case-sensitive.")
public record SlugFilter(
        @Nullable @Description("Equal to this value.") String eq,

        @Nullable @Description("Equal to one of these values.")
        List<@NonNull String> in,

        @Nullable @Description("Starts with this text.") String startsWith,
        @Nullable @Description("Whether the value is null.") Boolean isNull)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String expression) {
        if (in != null) {
            rows.exactly(expression + " = any (?)", (Object) in.toArray(String[]::new));
        }
        new TextFilter(eq, null, null, startsWith, null, isNull).restrict(rows, expression);
    }
}
