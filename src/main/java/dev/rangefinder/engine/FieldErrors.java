package dev.rangefinder.engine;

import graphql.execution.ExecutionContext;
import graphql.execution.ResultPath;
import org.jspecify.annotations.Nullable;

/** The field errors of one execution. The first ones are listed; further ones are only counted. */
final class FieldErrors {

    private static final int MAX_LISTED = 1_000;

    /** Approximate encoded size of an error without its path. */
    private static final int ENCODED_BYTES = 150;

    /** Approximate memory of an error. */
    private static final int MEMORY_BYTES = 2_000;

    private final ExecutionContext context;
    private final ErrorHandler handler;
    private final AnswerSize size;
    private int listed;
    private int unlisted;
    private @Nullable Exception lastUnlisted;

    FieldErrors(ExecutionContext context, ErrorHandler handler, AnswerSize size) {
        this.context = context;
        this.handler = handler;
        this.size = size;
    }

    /** Adds the error for a field of a row that failed; the indices are those of the item if the field is a list. */
    void add(Row row, int field, int[] indices, Exception failure) {
        if (reserve(row, field)) {
            handler.add(context, pathOf(row, field, indices), row.selection.fields()[field].node(), failure);
        } else {
            unlisted++;
            lastUnlisted = handler.logged(failure);
        }
    }

    /** Adds the error for a non-null field that is null. */
    void addNullInNonNull(Row row, int field, int[] indices) {
        if (reserve(row, field)) {
            handler.addNullInNonNull(context, pathOf(row, field, indices), row.selection.fields()[field].node());
        } else {
            unlisted++;
        }
    }

    private boolean reserve(Row row, int field) {
        if (listed == MAX_LISTED) {
            return false;
        }
        listed++;
        if (!size.add(ENCODED_BYTES + row.pathLength(field), MEMORY_BYTES)) {
            throw size.tooLarge(row.path(field));
        }
        return true;
    }

    /** Adds an error for those that are not listed, if any. */
    void end() {
        if (unlisted > 0) {
            handler.addUnlisted(context, unlisted, lastUnlisted);
        }
    }

    private static ResultPath pathOf(Row row, int field, int[] indices) {
        return segments(pathOf(row).segment(row.selection.fields()[field].key()), indices);
    }

    private static ResultPath pathOf(Row row) {
        return row.parent == null ? ResultPath.rootPath() : pathOf(row.parent, row.field, row.indices);
    }

    private static ResultPath segments(ResultPath path, int[] indices) {
        ResultPath item = path;
        for (int index : indices) {
            item = item.segment(index);
        }
        return item;
    }
}
