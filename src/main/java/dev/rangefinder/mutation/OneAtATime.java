package dev.rangefinder.mutation;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a mutation that excludes others of its kind by a lock in the database. Those of this process wait for each other before
 * they take a connection, so that they delay no other mutation.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OneAtATime {}
