package dev.rangefinder.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A catalogue in JSON Lines. Each line has the form of a whole file, usually with one record in its list:
 * {@code {"brands": [{"slug": "leica", …}]}}. Lines can be in any order.
 */
final class LinesSource implements RecordSource {

    /** The other keys in the lines of a report, which can be corrected and sent again. */
    static final Set<String> OF_REPORTS = Set.of("row", "mistakes", "import");

    private final BoundedText text;
    private final JsonFactory json = JsonParts.factory();
    private final Map<String, Integer> counts = new HashMap<>();

    /** The source of an input stream with UTF-8. */
    LinesSource(InputStream lines) {
        this.text = new BoundedText(lines, MistakeCode.INVALID_JSON);
    }

    @Override
    public void read(Visitor visitor) {
        try (BufferedReader lines = new BufferedReader(text)) {
            int number = 1;
            boolean isEmpty = true;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                text.next();
                isEmpty &= line.isBlank();
                read(line, number++, visitor);
            }
            if (isEmpty) {
                visitor.report(Mistake.ofFile(MistakeCode.EMPTY_FILE, "the file is empty"));
            }
        } catch (BoundedText.UnreadableException e) {
            visitor.report(Mistake.ofFile(e.code(), e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String line, int number, Visitor visitor) throws IOException {
        if (line.isBlank()) {
            return;
        }
        try {
            read(new JsonParts(json.createParser(line), number), number, visitor);
        } catch (JsonProcessingException e) {
            visitor.report(new Mistake("", number, MistakeCode.INVALID_JSON, problem(e)));
        }
    }

    /** Exceeded limits have no location. Some messages of the parser name a setting that would accept the line. */
    private static String problem(JsonProcessingException e) {
        return e instanceof StreamConstraintsException
                ? "a number or a text is too long, or values are nested too deeply"
                : "column " + e.getLocation().getColumnNr() + ": "
                        + e.getOriginalMessage().replaceFirst(": enable `.*", "");
    }

    private void read(JsonParts parts, int number, Visitor visitor) throws IOException {
        if (!parts.isObject()) {
            visitor.visitOther(parts.part(""), Format.FILE);
            return;
        }
        for (String list = parts.nextKey(); !list.isEmpty(); list = parts.nextKey()) {
            if (OF_REPORTS.contains(list)) {
                parts.skip();
            } else {
                readList(list, parts, number, visitor);
            }
        }
        if (!parts.isAtEnd()) {
            visitor.report(new Mistake("", number, MistakeCode.INVALID_JSON, "a line has more than one value"));
        }
    }

    private void readList(String list, JsonParts parts, int number, Visitor visitor) throws IOException {
        if (!parts.isList() || !Format.FILE.types().containsKey(list)) {
            Part other = parts.part(list);
            visitor.visitOther(new Fields("", number, Map.of(list, other)), Format.FILE);
            return;
        }
        while (parts.nextItem()) {
            int index = counts.merge(list, 1, Integer::sum) - 1;
            Part record = parts.part(list + '[' + index + ']');
            visitor.visit(list, record, parts.takeMistakes());
        }
    }
}
