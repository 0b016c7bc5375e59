package dev.rangefinder.catalogue;

import dev.rangefinder.lifecycle.Command;
import dev.rangefinder.lifecycle.CommandException;
import dev.rangefinder.lifecycle.UsageException;
import dev.rangefinder.transaction.DatabaseException;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Writes the whole catalogue to a file. */
@Singleton
@Unremovable
final class ExportCommand implements Command {

    private static final String STANDARD_OUTPUT = "-";
    private static final String FORMAT = "--format=";

    /** The SQLSTATE class of statements with undefined tables or columns. */
    private static final String UNDEFINED = "42";

    private final DataSource database;

    ExportCommand(DataSource database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "export FILE|- [--format=yaml|jsonl]    write the whole catalogue to a file or to the standard output";
    }

    @Override
    public int run(List<String> arguments) {
        ExportFormat format = ExportFormat.YAML;
        String file = null;
        for (String argument : arguments) {
            if (argument.startsWith(FORMAT)) {
                format = format(argument.substring(FORMAT.length()));
            } else if (file == null && (argument.equals(STANDARD_OUTPUT) || !argument.startsWith("-"))) {
                file = argument;
            } else {
                throw new UsageException("Unexpected argument: " + argument);
            }
        }
        if (file == null) {
            throw new UsageException("FILE is missing");
        }
        export(file, format);
        return 0;
    }

    private static ExportFormat format(String extension) {
        return ExportFormat.of(extension).orElseThrow(() -> new UsageException("Unknown format: " + extension));
    }

    private void export(String file, ExportFormat format) {
        try {
            if (file.equals(STANDARD_OUTPUT)) {
                write(new FileOutputStream(FileDescriptor.out), format, file);
            } else {
                writeFile(Path.of(file), format);
            }
        } catch (SQLException e) {
            throw new CommandException(problem(e) + ": " + line(e), e);
        } catch (IOException e) {
            throw new CommandException(file + " cannot be written: " + e, e);
        }
    }

    private static String problem(SQLException failure) {
        DatabaseException database = new DatabaseException(failure);
        if (database.state().startsWith(UNDEFINED)) {
            return "The database has no catalogue of this version";
        }
        return database.isOutage() ? "The database does not answer" : "The database cannot be exported";
    }

    private static String line(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    /** The file gets its name when it is complete. */
    private void writeFile(Path file, ExportFormat format) throws SQLException, IOException {
        Path incomplete = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream target = Files.newOutputStream(incomplete)) {
            write(target, format, file.toString());
        } catch (SQLException | IOException | RuntimeException e) {
            Files.deleteIfExists(incomplete);
            throw e;
        }
        Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void write(OutputStream target, ExportFormat format, String file) throws SQLException, IOException {
        try (CatalogueSnapshot snapshot = CatalogueSnapshot.open(database)) {
            snapshot.write(format.writer(target));
            System.err.println("Exported revision " + snapshot.revision().number() + " to " + file);
        }
    }
}
