/** Serves GraphQL over WebSockets. */
@NullMarked
package dev.rangefinder.websocket;

import org.jspecify.annotations.NullMarked;
