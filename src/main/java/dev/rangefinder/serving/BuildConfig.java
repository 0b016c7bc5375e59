package dev.rangefinder.serving;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Identifies the build of the service. */
@ConfigMapping(prefix = "rangefinder.http")
public interface BuildConfig {

    /** Distinguishes the answers of one build of the service from those of another, for clients that cache them. */
    @WithDefault("${quarkus.application.version}+${build.commit}")
    String version();
}
