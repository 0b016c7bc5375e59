package dev.rangefinder.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("A field of the input is missing, or has a value that it cannot have.")
public record InvalidField(@Ignore ErrorDetails details) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.INVALID_FIELD;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public InvalidField with(ErrorDetails changed) {
        return new InvalidField(changed);
    }
}
