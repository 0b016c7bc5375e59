/** Serves GraphQL over HTTP. */
@NullMarked
package dev.rangefinder.http;

import org.jspecify.annotations.NullMarked;
