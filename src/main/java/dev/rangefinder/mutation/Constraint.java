package dev.rangefinder.mutation;

import java.util.List;

/**
 * A constraint of the database, as its catalog declares it. Triggers enforce some that the catalog does not have.
 *
 * @param name the name
 * @param kind {@code f} for a foreign key, {@code u} for what is unique, {@code p} for a primary key, {@code c} for a check, and
 *     {@code t} for one that a trigger enforces
 * @param table the table whose rows it restricts
 * @param columns the columns that it is about; none if they are unknown
 */
record Constraint(String name, char kind, String table, List<String> columns) {

    private static final String VALUES = "_values_are_claimed";
    private static final String RECORD = "_is_claimed";

    /** The error for a violation by an input. */
    ChangeError violation(InputPath path, boolean removal) {
        if (name.endsWith(VALUES) || name.endsWith(RECORD)) {
            return notCited(path);
        }
        ErrorDetails details = ErrorDetails.at(path.to(table, column()), message());
        return switch (kind) {
            case 'f' -> removal ? new StillReferred(referred()) : new NotFound(details);
            case 'u', 'p' -> new AlreadyExists(details, null);
            default -> new InvalidField(details);
        };
    }

    private NotCited notCited(InputPath path) {
        boolean values = name.endsWith(VALUES);
        String column = values ? column() : "claims";
        String what = values ? "the " + column + " of the " : "the ";
        return new NotCited(ErrorDetails.at(
                path.to(table, column), "No claim " + (values ? "states " : "supports ") + what + words(table) + '.'));
    }

    private ErrorDetails referred() {
        return ErrorDetails.at("input", "It cannot be removed, because a " + words(table) + " refers to it.");
    }

    /**
     * The column that the error is about: that of a reference; of what is unique one that is no reference; of a start and an end
     * the end.
     */
    private String column() {
        if (columns.isEmpty()) {
            return "";
        }
        String last = columns.get(columns.size() - 1);
        return switch (kind) {
            case 'f' -> columns.get(0);
            case 'u' ->
                columns.stream()
                        .filter(column -> !column.endsWith("_id"))
                        .findFirst()
                        .orElse(last);
            default -> last;
        };
    }

    /** The names of constraints are sentences. */
    private String message() {
        return "It violates a rule of the catalogue: " + words(name) + '.';
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
