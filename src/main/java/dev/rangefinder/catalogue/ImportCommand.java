package dev.rangefinder.catalogue;

import dev.rangefinder.catalogue.ImportProgress.State;
import dev.rangefinder.catalogue.Importer.Notation;
import dev.rangefinder.lifecycle.Command;
import dev.rangefinder.lifecycle.CommandException;
import dev.rangefinder.lifecycle.UsageException;
import dev.rangefinder.transaction.Author;
import dev.rangefinder.transaction.DatabaseException;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Imports a file into the catalogue. */
@Singleton
@Unremovable
final class ImportCommand implements Command {

    private static final String STANDARD_INPUT = "-";
    private static final String DRY_RUN = "--dry-run";
    private static final String POLICY = "--policy=";
    private static final String FORMAT = "--format=";
    private static final int HAS_MISTAKES = 3;

    private final Importer importer;

    ImportCommand(Importer importer) {
        this.importer = importer;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "import FILE|- [--dry-run] [--policy=all|rows|fields] [--format=yaml|jsonl]    add the records of a file to the"
                + " catalogue, and report those with mistakes on the standard output; the exit code is 3 if there are any";
    }

    @Override
    public int run(List<String> arguments) {
        List<String> files = new ArrayList<>();
        ImportPolicy policy = ImportPolicy.ALL;
        String format = null;
        for (String argument : arguments) {
            if (argument.startsWith(POLICY)) {
                policy = policy(argument.substring(POLICY.length()));
            } else if (argument.startsWith(FORMAT)) {
                format = argument.substring(FORMAT.length());
            } else if (argument.equals(STANDARD_INPUT) || !argument.startsWith("-")) {
                files.add(argument);
            } else if (!argument.equals(DRY_RUN)) {
                throw new UsageException("Unexpected argument: " + argument);
            }
        }
        if (files.size() != 1) {
            throw new UsageException(files.isEmpty() ? "FILE is missing" : "There is more than one FILE");
        }
        String file = files.get(0);
        return run(
                file,
                new Importer.Request(
                        notation(file, format), policy, Author.DATABASE_ROLE, arguments.contains(DRY_RUN)));
    }

    private static ImportPolicy policy(String name) {
        try {
            return ImportPolicy.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("Unknown policy: " + name);
        }
    }

    private static Notation notation(String file, @Nullable String format) {
        String name = format == null ? file : "." + format;
        if (name.endsWith(".jsonl")) {
            return Notation.JSON_LINES;
        }
        if (format != null && !format.equals("yaml")) {
            throw new UsageException("Unknown format: " + format);
        }
        return Notation.YAML;
    }

    private int run(String file, Importer.Request request) {
        ImportProgress progress = new ImportProgress();
        try (InputStream input = file.equals(STANDARD_INPUT) ? System.in : Files.newInputStream(Path.of(file));
                OutputStream report = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out))) {
            importer.run(request, input, report, progress);
            System.err.println(summary(file, progress));
            return progress.mistakes() == 0 ? 0 : HAS_MISTAKES;
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(file + " cannot be read: " + e.getMessage(), e);
        } catch (ImportRunningException e) {
            throw new CommandException(e.getMessage(), e);
        } catch (DatabaseException e) {
            throw new CommandException(
                    "The database cannot be changed: " + e.failure().getMessage(), e);
        }
    }

    private static String summary(String file, ImportProgress progress) {
        String end = progress.state() == State.REJECTED ? "Nothing was imported from " : "Imported ";
        String dryRun = progress.state() == State.ROLLED_BACK ? ", and rolled that back" : "";
        return end + file + dryRun + ": " + progress.rowsRead() + " records read, " + progress.rowsApplied()
                + " rows added or changed, " + progress.mistakes() + " mistakes"
                + (progress.revision() == null ? "" : ", revision " + progress.revision());
    }
}
