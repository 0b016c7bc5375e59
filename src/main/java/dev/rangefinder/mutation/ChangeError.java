package dev.rangefinder.mutation;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Ignore;
import org.eclipse.microprofile.graphql.Interface;
import org.eclipse.microprofile.graphql.NonNull;

/** A reason why a change is refused. Each is a record, so that clients can select what only that reason has. */
@Interface
@Description("A reason why a change was refused. Nothing of a refused change is stored.")
public interface ChangeError {

    /** The place and the description of the error. */
    @Ignore
    ErrorDetails details();

    /** This error with another place and description. */
    ChangeError with(ErrorDetails changed);

    @Description("The kind of the error.")
    ChangeErrorCode getCode();

    @Description("What is wrong, in English.")
    default String getMessage() {
        return details().message();
    }

    @Description(
            "The path of the argument or input field that is wrong, such as `[\"input\", \"aliases\", \"0\", \"text\"]`.")
    List<@NonNull String> getPath();
}
