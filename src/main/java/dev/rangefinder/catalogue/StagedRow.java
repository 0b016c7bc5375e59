package dev.rangefinder.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A row of the staging table: a record, a part of one, or a mistake.
 *
 * @param record the number of the record in the input; 0 for a mistake in the input as a whole
 * @param part the number of the row, in the order of the input
 * @param parent the number of the row that this one is part of; 0 when there is none
 * @param owner the table of that row
 * @param shape the table, or that it is a mistake
 * @param content the valid values, as JSON
 * @param defaults the values that a new record has without the keys, as JSON
 * @param lines the lines of the values, where they differ from that of the row, as JSON
 * @param source the whole record, or the mistake, as JSON
 */
record StagedRow(
        long record,
        long part,
        long parent,
        String owner,
        String shape,
        String path,
        int line,
        @Nullable String content,
        @Nullable String defaults,
        @Nullable String lines,
        @Nullable String source) {

    /** The shape of mistakes because of which a record is left out. */
    static final String MISTAKE = "mistake";

    /** The shape of mistakes in values that are left out. */
    static final String IGNORED = "ignored";

    /** The shape of records that are left out. */
    static final String REJECTED = "rejected";

    /** The table, which the import creates for its transaction. */
    static final String TABLE = """
        create temporary table staged (
            record bigint, part bigint, parent bigint, owner text, shape text, path text, line integer,
            content jsonb, defaults jsonb, lines jsonb, source text) on commit drop
        """;

    static final String COPY = "copy staged from stdin";

    /** The row of a mistake. */
    static StagedRow ofMistake(long record, long part, String shape, Mistake mistake, StagedJson json) {
        String source = json.mistake(mistake);
        return new StagedRow(record, part, 0, "", shape, mistake.path(), mistake.line(), null, null, null, source);
    }

    /** Writes the row in the text format of COPY. */
    String text() {
        StringBuilder text = new StringBuilder();
        text.append(record)
                .append('\t')
                .append(part)
                .append('\t')
                .append(parent)
                .append('\t');
        append(text, owner);
        append(text, shape);
        append(text, path);
        text.append(line).append('\t');
        append(text, content);
        append(text, defaults);
        append(text, lines);
        append(text, source);
        text.setCharAt(text.length() - 1, '\n');
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("\\N\t");
            return;
        }
        for (int i = 0; i < value.length(); i++) {
            append(text, value.charAt(i));
        }
        text.append('\t');
    }

    private static void append(StringBuilder text, char character) {
        switch (character) {
            case '\\' -> text.append("\\\\");
            case '\t' -> text.append("\\t");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case 0 -> text.append('\uFFFD'); // PostgreSQL cannot store it
            default -> text.append(character);
        }
    }
}
