package dev.rangefinder.engine.schema;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The schema that operations are executed on: that of the catalogue with its {@link SchemaExtension}. */
@Qualifier @Retention(RetentionPolicy.RUNTIME)
public @interface Executable {}
