package dev.rangefinder.scalar;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores a {@link PartialDate} as text. */
@Converter
@RegisterForReflection // the read module instantiates it by reflection
public class PartialDateConverter implements AttributeConverter<@Nullable PartialDate, @Nullable String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PartialDate date) {
        return date == null ? null : date.toString();
    }

    @Override
    public @Nullable PartialDate convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : PartialDate.stored(text);
    }
}
