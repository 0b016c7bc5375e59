package dev.rangefinder.relay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a property that may run a statement when it is selected. All others are loaded together with their object. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsStatement {

    /** Whether the property needs the rows of its page. */
    boolean readsPage() default true;
}
