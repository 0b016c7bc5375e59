package dev.rangefinder.mutation;

import jakarta.json.bind.annotation.JsonbCreator;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.Name;
import org.jspecify.annotations.Nullable;

/** One of several changes that are made in one transaction. */
@Input(RequestedChange.NAME)
@Description("One change of the catalogue: the input of a mutation, in the field with the name of the mutation.")
public final class RequestedChange {

    /** The name of the input type in the schema. */
    public static final String NAME = "Change";

    /** The keys of inputs that name a new record. */
    private static final List<String> NAMES = List.of("slug", "key", "code");

    private final Method method;
    private final String path;
    private final Map<?, ?> input;
    private final Supplier<Payload> call;

    /**
     * Creates a change that has not been made.
     *
     * @param method the method of the mutation
     * @param path the path of its input in the arguments of the operation
     * @param input the input, as graphql-java has coerced it
     * @param call calls the method with the input
     */
    public RequestedChange(Method method, String path, Map<?, ?> input, Supplier<Payload> call) {
        this.method = method;
        this.path = path;
        this.input = input;
        this.call = call;
    }

    /** Never called. SmallRye needs it for the input type, whose fields are then replaced by one for each mutation. */
    @JsonbCreator
    public static RequestedChange of(@Name("mutation") @Description("The mutation.") String mutation) {
        throw new UnsupportedOperationException(mutation);
    }

    Method method() {
        return method;
    }

    Payload make() {
        return call.get();
    }

    /** An error in the input as one in the arguments of the operation. */
    ChangeError locate(ChangeError error) {
        return error.with(error.details().below(path));
    }

    /** The names that the input gives to a record. */
    Stream<Object> names() {
        return NAMES.stream().map(key -> (Object) input.get(key)).filter(String.class::isInstance);
    }

    /** The value of the input that an error is about; empty if it is not there. */
    Optional<Object> valueOf(ChangeError error) {
        Object value = input;
        for (String segment : error.details().inInput()) {
            value = within(value, segment);
        }
        return Optional.ofNullable(value);
    }

    private static @Nullable Object within(@Nullable Object value, String segment) {
        if (value instanceof Map<?, ?> fields) {
            return fields.get(segment);
        }
        return value instanceof List<?> items ? items.get(Integer.parseInt(segment)) : null;
    }
}
