package dev.rangefinder.catalogue;

import dev.rangefinder.lifecycle.Migrated;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Loads the founding catalogue into an empty database. */
@ApplicationScoped
public class FoundingCatalogue {

    /** The file that is loaded unless the configuration names another. */
    static final String BUNDLED = "catalogue/founding.yaml";

    private static final Logger LOG = Logger.getLogger(FoundingCatalogue.class);
    private static final int BEFORE_PREPARATION = 100;

    private final CatalogueConfig config;
    private final CatalogueLoader loader;

    public FoundingCatalogue(CatalogueConfig config, CatalogueLoader loader) {
        this.config = config;
        this.loader = loader;
    }

    /** Reports a missing file at once, even when the database does not answer. */
    void check(@Observes @Priority(BEFORE_PREPARATION) StartupEvent start) {
        if (config.load()) {
            config.file().ifPresent(FoundingCatalogue::check);
        }
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException("rangefinder.catalogue.file: " + file + " is not a readable file");
        }
    }

    void loadAtStart(@Observes Migrated database) {
        if (config.load()) {
            load();
        }
    }

    private void load() {
        CatalogueFile file = new CatalogueFile(name(), this::open);
        Optional<String> loaded = loader.isEmpty() ? loader.load(file) : Optional.empty();
        LOG.info(loaded.map(records -> "Loaded " + name() + ": " + records)
                .orElse("The catalogue is not empty, so " + name() + " was not loaded"));
    }

    private InputStream open() throws IOException {
        if (config.file().isPresent()) {
            return Files.newInputStream(config.file().get());
        }
        InputStream bundled = Thread.currentThread().getContextClassLoader().getResourceAsStream(BUNDLED);
        if (bundled == null) {
            throw new FileNotFoundException(BUNDLED);
        }
        return bundled;
    }

    private String name() {
        return config.file().map(Path::toString).orElse(BUNDLED);
    }
}
