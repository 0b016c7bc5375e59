package dev.rangefinder.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;

/** Reads the events of YAML into parts. Every value stays text and has a line; none is converted to a number, a date or an object. */
final class PartReader {

    private static final int MAX_DEPTH = 50;
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final String NULL_TAG = "tag:yaml.org,2002:null";

    private final Parser events;
    private final List<Mistake> mistakes = new ArrayList<>();

    PartReader(Parser events) {
        this.events = events;
    }

    /** The mistakes in the parts that were read since the last call. */
    List<Mistake> takeMistakes() {
        List<Mistake> taken = List.copyOf(mistakes);
        mistakes.clear();
        return taken;
    }

    /** Reads a key. One that is no text is no key of the format either. */
    String key() {
        return part("?", 0) instanceof Text key ? key.value() : "?";
    }

    /** Reads the part that begins with the next event. */
    Part part(String path) {
        return part(path, 0);
    }

    private Part part(String path, int depth) {
        Event event = events.getEvent();
        if (depth > MAX_DEPTH) {
            throw problem(event, "the nesting is deeper than " + MAX_DEPTH);
        }
        if (event instanceof MappingStartEvent) {
            return new Fields(path, line(event), fields(path, depth + 1));
        }
        if (event instanceof SequenceStartEvent) {
            return new Listing(path, line(event), items(path, depth + 1));
        }
        if (event instanceof AliasEvent) {
            // A part repeated by an alias would have two locations, and could contain itself.
            throw problem(event, "aliases are not allowed");
        }
        ScalarEvent scalar = (ScalarEvent) event;
        return new Text(path, line(event), isNull(scalar) ? "" : scalar.getValue());
    }

    private static boolean isNull(ScalarEvent scalar) {
        return scalar.getTag() == null
                ? scalar.isPlain() && NULLS.contains(scalar.getValue())
                : scalar.getTag().equals(NULL_TAG);
    }

    private List<Part> items(String path, int depth) {
        List<Part> items = new ArrayList<>();
        while (!(events.peekEvent() instanceof SequenceEndEvent)) {
            items.add(part(path + '[' + items.size() + ']', depth));
        }
        events.getEvent();
        return items;
    }

    private Map<String, Part> fields(String path, int depth) {
        Map<String, Part> fields = new LinkedHashMap<>();
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            int line = line(events.peekEvent());
            String key = key();
            String keyPath = path.isEmpty() ? key : path + '.' + key;
            Part earlier = fields.putIfAbsent(key, part(keyPath, depth));
            if (earlier != null) {
                mistakes.add(Mistake.ofRepeatedKey(keyPath, line, earlier.line()));
            }
        }
        events.getEvent();
        return fields;
    }

    static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    static MarkedYAMLException problem(Event event, String problem) {
        return new ProblemException(event, problem);
    }

    /** YAML that a catalogue may not use. */
    private static final class ProblemException extends MarkedYAMLException {

        private static final long serialVersionUID = 1;

        ProblemException(Event event, String problem) {
            super(null, null, problem, event.getStartMark());
        }
    }
}
