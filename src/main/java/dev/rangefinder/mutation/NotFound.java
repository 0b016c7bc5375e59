package dev.rangefinder.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The input refers to a record that does not exist.")
public record NotFound(@Ignore ErrorDetails details) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.NOT_FOUND;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public NotFound with(ErrorDetails changed) {
        return new NotFound(changed);
    }
}
