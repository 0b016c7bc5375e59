/**
 * What HTTP and WebSockets share: reading requests, looking up persisted documents, executing operations on worker threads, and
 * caching and encoding their answers.
 */
@NullMarked
package dev.rangefinder.serving;

import org.jspecify.annotations.NullMarked;
