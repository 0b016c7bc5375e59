package dev.rangefinder.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Configures how requests are read and answered over HTTP. */
@ConfigMapping(prefix = "rangefinder.http")
public interface HttpConfig {

    /** The specification that status codes follow. */
    @WithDefault("audited")
    StatusCodes statusCodes();

    /** The largest body of a request. */
    @WithDefault("512K")
    MemorySize maxBodySize();

    /** The memory for all bodies that are not parsed yet, at most a sixteenth of the heap. Further bodies are rejected. */
    @WithDefault("64M")
    MemorySize maxBodiesSize();

    /** How long a client may take to send the body of a request. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** How long a client may take to read an answer. */
    @WithDefault("30s")
    Duration answerTimeout();

    /** The {@code Cache-Control} of answers that are valid until the catalogue changes. */
    @WithDefault("private, no-cache")
    String cacheControl();

    /** The {@code Cache-Control} of answers as of a past revision, which never change. */
    @WithDefault("private, no-cache")
    String cacheControlAsOf();

    /** The origins whose pages may send requests, besides that of the service itself. */
    Optional<List<@WithConverter(AllowedOrigin.Reader.class) AllowedOrigin>> origins();
}
