package dev.rangefinder.catalogue;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** A catalogue file in YAML. It is read by its events, so that only one record at a time is in memory. */
final class YamlSource implements RecordSource {

    private final BoundedText text;
    private final Parser events;
    private final PartReader parts;

    /** The source of an input stream with UTF-8. */
    YamlSource(InputStream yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.text = new BoundedText(yaml, MistakeCode.INVALID_YAML);
        this.events = new ParserImpl(new StreamReader(text), options);
        this.parts = new PartReader(events);
    }

    @Override
    public void read(Visitor visitor) {
        try {
            readFile(visitor);
        } catch (MarkedYAMLException e) {
            visitor.report(syntaxError(e.getProblemMark(), e.getProblem()));
        } catch (BoundedText.UnreadableException e) {
            visitor.report(Mistake.ofFile(e.code(), e.getMessage()));
        } catch (YAMLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            visitor.report(Mistake.ofFile(MistakeCode.INVALID_YAML, "the file is not valid YAML: " + reason));
        }
    }

    private static Mistake syntaxError(Mark mark, String problem) {
        return new Mistake(
                "", mark.getLine() + 1, MistakeCode.INVALID_YAML, "column " + (mark.getColumn() + 1) + ": " + problem);
    }

    private void readFile(Visitor visitor) {
        events.getEvent(); // the start of the stream
        if (events.checkEvent(Event.ID.StreamEnd)) {
            visitor.report(Mistake.ofFile(MistakeCode.EMPTY_FILE, "the file is empty"));
            return;
        }
        events.getEvent(); // the start of the document
        if (events.peekEvent() instanceof MappingStartEvent) {
            events.getEvent();
            readLists(visitor);
        } else {
            visitor.visitOther(parts.part(""), Format.FILE);
        }
        events.getEvent(); // the end of the document
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw PartReader.problem(events.peekEvent(), "but found another document");
        }
    }

    private void readLists(Visitor visitor) {
        Map<String, Integer> lines = new HashMap<>();
        while (!(events.peekEvent() instanceof MappingEndEvent)) {
            int line = PartReader.line(events.peekEvent());
            String list = parts.key();
            Integer earlier = lines.putIfAbsent(list, PartReader.line(events.peekEvent()));
            if (earlier != null) {
                visitor.report(Mistake.ofRepeatedKey(list, line, earlier));
            }
            readList(list, visitor);
        }
        events.getEvent();
    }

    private void readList(String list, Visitor visitor) {
        Type type = Format.FILE.types().get(list);
        if (!(events.peekEvent() instanceof SequenceStartEvent) || type == null) {
            Part other = parts.part(list);
            visitor.visitOther(new Fields("", other.line(), Map.of(list, other)), Format.FILE);
            return;
        }
        events.getEvent();
        for (int i = 0; !(events.peekEvent() instanceof SequenceEndEvent); i++) {
            text.next();
            Part part = parts.part(list + '[' + i + ']');
            visitor.visit(list, part, parts.takeMistakes());
        }
        events.getEvent();
    }
}
