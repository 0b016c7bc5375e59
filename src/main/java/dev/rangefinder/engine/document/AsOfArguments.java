package dev.rangefinder.engine.document;

import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.ScalarTypes;
import dev.rangefinder.transaction.ValidDay;
import dev.rangefinder.transaction.Validity;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the moment that a request asks for. */
final class AsOfArguments {

    private AsOfArguments() {}

    /**
     * Reads the arguments of the directive.
     *
     * @throws InputException when they contradict each other
     */
    static AskedMoment of(Map<String, Object> arguments) {
        return new AskedMoment(
                (Integer) arguments.get(AsOfDirective.REVISION),
                (Instant) arguments.get(AsOfDirective.KNOWN_AT),
                validDay((PartialDate) arguments.get(AsOfDirective.VALID_ON), (Validity)
                        arguments.get(AsOfDirective.VALIDITY)));
    }

    /**
     * Reads the extension of a request.
     *
     * @throws InputException when it has another form
     */
    static AskedMoment ofExtension(Object value) {
        if (!(value instanceof Map<?, ?> moment)) {
            throw new InputException(ErrorCode.BAD_REQUEST, "The extension `asOf` must be an object.");
        }
        Object revision = moment.get(AsOfDirective.REVISION);
        if (revision != null && !(revision instanceof Integer)) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST, "The `revision` of the extension `asOf` must be a whole number.");
        }
        return new AskedMoment(
                (Integer) revision,
                read(moment, AsOfDirective.KNOWN_AT, ScalarTypes::time),
                validDay(
                        read(moment, AsOfDirective.VALID_ON, PartialDate::new),
                        read(moment, AsOfDirective.VALIDITY, AsOfArguments::validity)));
    }

    private static <T> @Nullable T read(Map<?, ?> moment, String name, Function<String, T> reader) {
        Object value = moment.get(name);
        try {
            return value == null ? null : reader.apply(value.toString());
        } catch (IllegalArgumentException e) {
            throw new InputException(
                    ErrorCode.BAD_REQUEST, '`' + name + "` of the extension `asOf`: " + e.getMessage(), e);
        }
    }

    private static Validity validity(String name) {
        return Arrays.stream(Validity.values())
                .filter(validity -> validity.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected `CERTAINLY` or `POSSIBLY`."));
    }

    private static @Nullable ValidDay validDay(@Nullable PartialDate on, @Nullable Validity validity) {
        if (on == null && validity != null) {
            throw new InputException(ErrorCode.BAD_USER_INPUT, "The `validity` of `asOf` needs a day in `validOn`.");
        }
        return on == null ? null : new ValidDay(on.last(), validity == null ? Validity.CERTAINLY : validity);
    }
}
