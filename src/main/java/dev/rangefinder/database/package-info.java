/** PostgreSQL for dev mode and tests; nothing in here is part of the packaged service. */
@NullMarked
package dev.rangefinder.database;

import org.jspecify.annotations.NullMarked;
