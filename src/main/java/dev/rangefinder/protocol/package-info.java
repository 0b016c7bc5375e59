/** HTTP as RFC 9110, 9112 and 9113 ask for it on every connection and every path, before anything is routed. */
@NullMarked
package dev.rangefinder.protocol;

import org.jspecify.annotations.NullMarked;
