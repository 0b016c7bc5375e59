package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** The errors of the fields of one execution. The first ones are listed; of the others there is only a number. */
final class FieldErrors {

    /** How many are listed. */
    private static final int MOST = 1_000;

    /** About what an error has, besides its path, when it is encoded. */
    private static final int ENCODED = 150;

    /** About what it takes in memory. */
    private static final int MEMORY = 2_000;

    private final ExecutionContext context;
    private final ErrorHandler handler;
    private final AnswerSize size;
    private int listed;
    private int others;
    private @Nullable Exception other;

    FieldErrors(ExecutionContext context, ErrorHandler handler, AnswerSize size) {
        this.context = context;
        this.handler = handler;
        this.size = size;
    }

    /** Adds the error for a field of a row that failed; the indices are those of the item, where it is a list. */
    void add(Row row, int field, int[] indices, Exception failure) {
        if (isListed(row, field)) {
            handler.add(context, pathOf(row, field, indices), row.selection.fields()[field].node(), failure);
        } else {
            others++;
            other = handler.logged(failure);
        }
    }

    /** Adds the error for a field that is null and must not be, unless the field has an error already. */
    void addNullInNonNull(Row row, int field, int[] indices) {
        if (isListed(row, field)) {
            handler.addNullInNonNull(context, pathOf(row, field, indices), row.selection.fields()[field].node());
        } else {
            others++;
        }
    }

    private boolean isListed(Row row, int field) {
        if (listed == MOST) {
            return false;
        }
        listed++;
        if (!size.add(ENCODED + row.pathLength(field), MEMORY)) {
            throw size.tooLarge(row.path(field));
        }
        return true;
    }

    /** Says how many errors are not listed, if any. */
    void end() {
        if (others > 0) {
            handler.addOthers(context, others, other);
        }
    }

    private static ResultPath pathOf(Row row, int field, int[] indices) {
        return segments(pathOf(row).segment(row.selection.fields()[field].key()), indices);
    }

    private static ResultPath pathOf(Row row) {
        return row.parent == null ? ResultPath.rootPath() : pathOf(row.parent, row.field, row.indices);
    }

    private static ResultPath segments(ResultPath path, int[] indices) {
        ResultPath longer = path;
        for (int index : indices) {
            longer = longer.segment(index);
        }
        return longer;
    }
}
