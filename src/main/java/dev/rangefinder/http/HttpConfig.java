package dev.rangefinder.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How requests are taken and answered over HTTP. */
@ConfigMapping(prefix = "rangefinder.http")
public interface HttpConfig {

    /** Which specification the status codes follow. */
    @WithDefault("audited")
    StatusCodes statusCodes();

    /** The largest body of a request. */
    @WithDefault("512K")
    MemorySize maxBodySize();

    /** The memory for bodies that are not read yet, all together, of the heap a sixteenth at the most. Any more are refused. */
    @WithDefault("64M")
    MemorySize maxBodiesSize();

    /** How long a client may take to send the body of a request. */
    @WithDefault("10s")
    Duration bodyTimeout();

    /** How long a client may take to take an answer. */
    @WithDefault("30s")
    Duration answerTimeout();

    /** What {@code Cache-Control} says of answers that hold until the catalogue changes. */
    @WithDefault("private, no-cache")
    String cacheControl();

    /** The origins whose pages may ask, besides that of the service itself. */
    Optional<List<@WithConverter(AllowedOrigin.Reader.class) AllowedOrigin>> origins();

    /** What tells the answers of one build of the service from those of another, for clients that keep them. */
    @WithDefault("${quarkus.application.version}+${build.commit}")
    String version();
}
