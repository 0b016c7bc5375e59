/** PostgreSQL for dev mode and tests. It is not part of the packaged service. */
@NullMarked
package dev.rangefinder.database;

import org.jspecify.annotations.NullMarked;
