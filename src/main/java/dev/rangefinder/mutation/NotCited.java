package dev.rangefinder.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("No claim states a value of the record, or supports the record as a whole.")
public record NotCited(@Ignore ErrorDetails details) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.NOT_CITED;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public NotCited with(ErrorDetails changed) {
        return new NotCited(changed);
    }
}
