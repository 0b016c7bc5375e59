package dev.rangefinder.filter;

import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("SlugFilter")
@Description("Operators for the unique name of an object: its slug, code or key.")
public record SlugFilter(
        @Nullable @Description("Is exactly this.") String eq,
        @Nullable @Description("Is one of these.") List<@NonNull String> in,
        @Nullable @Description("Starts with this.") String startsWith)
        implements Operators {

    @Override
    public void restrict(Conditions rows, String expression) {
        if (in != null) {
            rows.exactly(expression + " = any (?)", (Object) in.toArray(String[]::new));
        }
        new TextFilter(eq, null, startsWith, null, null).restrict(rows, expression);
    }
}
