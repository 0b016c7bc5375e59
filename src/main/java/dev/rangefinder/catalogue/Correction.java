package dev.rangefinder.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves out what has mistakes. */
final class Correction {

    private static final int MAX_STEPS = 100;

    private Correction() {}

    /** A record without the parts at some paths. */
    static Fields without(Fields fields, Set<String> paths) {
        Map<String, Part> parts = new LinkedHashMap<>();
        fields.parts().forEach((key, part) -> without(part, paths).ifPresent(kept -> parts.put(key, kept)));
        return new Fields(fields.path(), fields.line(), parts);
    }

    private static Optional<Part> without(Part part, Set<String> paths) {
        if (paths.contains(part.path())) {
            return Optional.empty();
        }
        if (part instanceof Fields fields) {
            return Optional.of(without(fields, paths));
        }
        return Optional.of(part instanceof Listing list ? without(list, paths) : part);
    }

    private static Part without(Listing list, Set<String> paths) {
        List<Part> items = list.items().stream()
                .flatMap(item -> without(item, paths).stream())
                .toList();
        return new Listing(list.path(), list.line(), items);
    }

    /**
     * A record without what has mistakes, and without what is invalid then.
     *
     * @param mistaken the paths of known mistakes
     * @return empty when nothing valid remains
     */
    static Optional<Fields> of(Shape shape, Fields record, Set<String> mistaken) {
        Fields corrected = record;
        Set<String> paths = mistaken;
        for (int i = 0; i < MAX_STEPS && !paths.isEmpty(); i++) {
            Fields previous = corrected;
            Set<String> removed =
                    paths.stream().map(path -> existing(previous, path)).collect(Collectors.toSet());
            if (removed.contains(record.path())) {
                return Optional.empty();
            }
            corrected = without(corrected, removed);
            Validation validation = new Validation();
            shape.validate(corrected, validation);
            paths = validation.mistakes().stream().map(Mistake::path).collect(Collectors.toSet());
        }
        return paths.isEmpty() ? Optional.of(corrected) : Optional.empty();
    }

    /** The path itself if there is a part, otherwise that of the part which lacks it. */
    private static String existing(Part record, String path) {
        String existing = path;
        while (!existing.equals(record.path()) && !has(record, existing)) {
            int end = Math.max(existing.lastIndexOf('.'), existing.lastIndexOf('['));
            existing = existing.substring(0, Math.max(end, record.path().length()));
        }
        return existing;
    }

    private static boolean has(Part part, String path) {
        if (part.path().equals(path)) {
            return true;
        }
        if (part instanceof Fields fields) {
            return fields.parts().values().stream().anyMatch(inner -> has(inner, path));
        }
        return part instanceof Listing list && list.items().stream().anyMatch(inner -> has(inner, path));
    }
}
