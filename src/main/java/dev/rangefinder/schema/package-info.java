/** How the schemas that clients can read are served. */
@NullMarked
package dev.rangefinder.schema;

import org.jspecify.annotations.NullMarked;
