package dev.rangefinder.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stages the records of a source: it validates each by itself, and writes it with its parts and its mistakes as rows of the staging
 * table. Mistakes between records are found there.
 */
final class Staging implements RecordSource.Visitor {

    private final Writer rows;
    private final ImportPolicy policy;
    private final ImportProgress progress;
    private final StagedJson json = new StagedJson();
    private long record;
    private long part;
    private boolean isBroken;

    Staging(Writer rows, ImportPolicy policy, ImportProgress progress) {
        this.rows = rows;
        this.policy = policy;
        this.progress = progress;
    }

    /** Stages a record again, after the row with the last number. */
    static Staging resume(Writer rows, long record, long last) {
        Staging staging = new Staging(rows, ImportPolicy.FIELDS, new ImportProgress());
        staging.record = record;
        staging.part = last;
        return staging;
    }

    /** Whether the source as a whole is invalid, so that nothing can be said about the records that it lacks. */
    boolean isBroken() {
        return isBroken;
    }

    @Override
    public void report(Mistake mistake) {
        isBroken = true;
        stage(mistake, 0, StagedRow.MISTAKE);
    }

    @Override
    public void visit(String list, Part read, List<Mistake> unread) {
        Shape shape = ((Items) Format.FILE.types().get(list)).shape();
        record++;
        progress.read();
        Validation validation = new Validation(unread);
        shape.validate(read, validation);
        if (validation.mistakes().isEmpty()) {
            stage(shape, (Fields) read, read);
        } else {
            stageMistaken(shape, read, validation.mistakes());
        }
    }

    private void stageMistaken(Shape shape, Part read, List<Mistake> mistakes) {
        Set<String> paths = new HashSet<>();
        mistakes.forEach(mistake -> paths.add(mistake.path()));
        Fields fields = read instanceof Fields some ? some : new Fields(read.path(), read.line(), Map.of());
        Optional<Fields> corrected =
                policy == ImportPolicy.FIELDS ? Correction.of(shape, fields, paths) : Optional.empty();
        String kind = corrected.isPresent() ? StagedRow.IGNORED : StagedRow.MISTAKE;
        mistakes.forEach(mistake -> stage(mistake, record, kind));
        stage(shape, corrected.orElseGet(() -> Correction.without(fields, paths)), read);
    }

    private void stage(Mistake mistake, long ofRecord, String kind) {
        progress.found(1);
        write(StagedRow.ofMistake(ofRecord, ++part, kind, mistake, json));
    }

    /** Stages the valid fields of a record. */
    void stage(Shape shape, Fields fields, Part source) {
        stage(shape, fields, new Place(0, ""), Map.of(), json.source(source));
        progress.stage();
    }

    /** The row that a part is in. */
    private record Place(long part, String table) {}

    private void stage(Shape shape, Fields fields, Place parent, Map<String, Part> outer, @Nullable String source) {
        Map<String, Part> values = new LinkedHashMap<>();
        shape.table().inherited().stream().filter(outer::containsKey).forEach(key -> values.put(key, outer.get(key)));
        shape.types().forEach((key, type) -> {
            if (fields.has(key) && Items.of(type).isEmpty()) {
                values.put(key, fields.parts().get(key));
            }
        });
        Place place = new Place(++part, shape.table().name());
        write(new StagedRow(
                record,
                place.part,
                parent.part,
                parent.table,
                place.table,
                fields.path(),
                fields.line(),
                json.content(values),
                json.defaults(shape, fields),
                json.lines(values, fields.line()),
                source));
        stageParts(shape, fields, place, values, key -> key.equals(StoredTable.CLAIMS));
        stageParts(shape, fields, place, values, key -> !key.equals(StoredTable.CLAIMS));
    }

    /** Stages the records in some lists. Claims come first, so that those about a whole precede those about its parts. */
    private void stageParts(
            Shape shape, Fields fields, Place place, Map<String, Part> values, Predicate<String> lists) {
        shape.types()
                .forEach((key, type) -> Items.of(type)
                        .filter(items -> lists.test(key))
                        .ifPresent(items ->
                                fields.records(key).forEach(item -> stage(items.shape(), item, place, values, null))));
    }

    private void write(StagedRow row) {
        try {
            rows.write(row.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
