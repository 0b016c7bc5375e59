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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Gives the service the catalogue that it starts with, where the database has none yet. */
@ApplicationScoped
public class FoundingCatalogue {

    /** The file inside the service, which is used unless the configuration names another. */
    static final String BUNDLED = "catalogue/founding.yaml";

    private static final Logger LOG = Logger.getLogger(FoundingCatalogue.class);
    private static final int BEFORE_PREPARATION = 100;

    private final Founding founding;
    private final CatalogueLoader loader;

    /** Fills the catalogue by that loader. */
    public FoundingCatalogue(Founding founding, CatalogueLoader loader) {
        this.founding = founding;
        this.loader = loader;
    }

    /** A file that is not there is told at once, whether the database answers or not. */
    void check(@Observes @Priority(BEFORE_PREPARATION) StartupEvent start) {
        if (founding.load()) {
            founding.file().ifPresent(FoundingCatalogue::check);
        }
    }

    private static void check(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException("rangefinder.catalogue.file: " + file + " is no file that can be read");
        }
    }

    void loadAtStart(@Observes Migrated database) {
        if (founding.load()) {
            load();
        }
    }

    private void load() {
        Optional<String> loaded = loader.isEmpty() ? loader.load(read()) : Optional.empty();
        LOG.info(loaded.map(records -> "Loaded " + name() + ": " + records)
                .orElse("The catalogue is not empty, so that " + name() + " was not loaded"));
    }

    private CatalogueFile read() {
        try (InputStream yaml = open()) {
            return CatalogueFile.read(name(), yaml);
        } catch (FileNotFoundException | NoSuchFileException e) {
            throw new BrokenCatalogueException(name(), List.of(Mistake.ofFile("there is no such file")));
        } catch (IOException e) {
            throw new BrokenCatalogueException(name(), List.of(Mistake.ofFile("it cannot be read: " + e)));
        }
    }

    private InputStream open() throws IOException {
        if (founding.file().isPresent()) {
            return Files.newInputStream(founding.file().get());
        }
        InputStream bundled = Thread.currentThread().getContextClassLoader().getResourceAsStream(BUNDLED);
        if (bundled == null) {
            throw new FileNotFoundException(BUNDLED);
        }
        return bundled;
    }

    private String name() {
        return founding.file().map(Path::toString).orElse(BUNDLED);
    }
}
