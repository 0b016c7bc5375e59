package dev.rangefinder.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.NonNull;

@Description("The record cannot be removed, because others refer to it.")
public record StillReferred(@Ignore ErrorDetails details) implements ChangeError {

    @Override
    public ChangeErrorCode getCode() {
        return ChangeErrorCode.STILL_REFERRED;
    }

    @Override
    public List<@NonNull String> getPath() {
        return details.path();
    }

    @Override
    public StillReferred with(ErrorDetails changed) {
        return new StillReferred(changed);
    }
}
