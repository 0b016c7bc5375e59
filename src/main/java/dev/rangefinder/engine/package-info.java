/** Executes operations level by level, each in one transaction. */
@NullMarked
package dev.rangefinder.engine;

import org.jspecify.annotations.NullMarked;
