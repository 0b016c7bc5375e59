package dev.rangefinder.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Differences as the parameters of a statement, in which they are rows that are numbered from 1 on. */
record DifferenceColumns(List<Difference> differences) {

    /** The FROM clause. */
    static final String FROM =
            "unnest(?::text[], ?::bigint[], ?::text[]::boolean[], ?::text[]::boolean[], ?::bigint[], ?::bigint[])"
                    + " with ordinality d (type, key, before, after, from_revision, to_revision, n)";

    /** The arguments of a function of the database that takes a difference. */
    static final String ARGUMENTS = "d.type, d.key, d.before, d.after, d.from_revision, d.to_revision";

    /** The values of the parameters. */
    List<Object> parameters() {
        List<Object> values = new ArrayList<>();
        values.add(texts(Difference::getType));
        values.add(numbers(difference -> difference.id().key()));
        values.add(texts(difference -> "" + difference.getExistedBefore()));
        values.add(texts(difference -> "" + difference.getExistsAfter()));
        values.add(numbers(difference -> difference.getFrom().revision()));
        values.add(numbers(difference -> difference.getTo().revision()));
        return values;
    }

    private String[] texts(Function<Difference, String> column) {
        return differences.stream().map(column).toArray(String[]::new);
    }

    private long[] numbers(ToLongFunction<Difference> column) {
        return differences.stream().mapToLong(column).toArray();
    }
}
