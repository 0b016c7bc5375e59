/** Enforces HTTP by RFC 9110, 9112 and 9113 on every connection and every path, before requests are routed. */
@NullMarked
package dev.rangefinder.protocol;

import org.jspecify.annotations.NullMarked;
