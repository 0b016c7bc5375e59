package dev.rangefinder.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares which properties of its entity a method reads, so that operations that select it need not read the others. The key
 * is always read. A method without this annotation receives entities with all of their properties.
 *
 * <p>A relation whose only argument are its parents, which reads one foreign key and returns one entity for each parent, returns
 * the entity that the foreign key references. This entity may be read together with the parent.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** The names of the properties; empty when the key is enough. */
    String[] value();
}
