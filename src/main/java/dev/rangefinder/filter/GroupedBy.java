package dev.rangefinder.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares that rows can be counted by the values of a property: on operators, for every property that is compared with them; on a
 * component of a filter, for that one.
 */
@Target({ElementType.TYPE, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface GroupedBy {

    /** How the rows are grouped. */
    Grouping value();
}
