package dev.rangefinder.relay;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A property that may run a statement when it is asked for. All others are there as soon as their object is. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RunsStatement {

    /** Whether it takes the page that it is a property of. */
    boolean readsPage() default true;
}
