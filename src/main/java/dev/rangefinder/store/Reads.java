package dev.rangefinder.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which properties of its entity a method reads, so that an operation that asks for it need not fetch the others. The key
 * is there in any case. A method without this annotation gets entities with all of their properties.
 *
 * <p>A relation that takes nothing but its parents, reads the key of an entity and gives one entity for each leads to the
 * entity that this key names, which may then come along with the parent.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reads {

    /** The names of the properties; none when the key is enough. */
    String[] value();
}
