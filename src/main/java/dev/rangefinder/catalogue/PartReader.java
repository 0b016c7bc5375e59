package dev.rangefinder.catalogue;

import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML into parts. It uses the node tree that SnakeYAML composes, where every value is still text and has a line; no value
 * is converted to a number, a date or an object.
 */
final class PartReader {

    private final List<Mistake> mistakes;

    PartReader(List<Mistake> mistakes) {
        this.mistakes = mistakes;
    }

    /** The root of the file; null when the file cannot be read. */
    @Nullable Part read(Reader yaml) {
        try {
            LoaderOptions options = options();
            Node root = new Composer(new ParserImpl(new StreamReader(yaml), options), new Resolver(), options)
                    .getSingleNode();
            if (root != null) {
                return part("", root);
            }
            mistakes.add(Mistake.ofFile(MistakeCode.EMPTY_FILE, "the file is empty"));
        } catch (MarkedYAMLException e) {
            mistakes.add(syntaxError(e, e.getProblemMark()));
        } catch (YAMLException e) {
            mistakes.add(Mistake.ofFile(
                    MistakeCode.INVALID_YAML, "the file is not valid YAML: " + firstLine(e.getMessage())));
        }
        return null;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        // A part repeated by an alias would have two locations, and could contain itself.
        options.setMaxAliasesForCollections(0);
        return options;
    }

    private static Mistake syntaxError(YAMLException error, @Nullable Mark mark) {
        String problem = error instanceof MarkedYAMLException marked ? marked.getProblem() : error.getMessage();
        return mark == null
                ? Mistake.ofFile(MistakeCode.INVALID_YAML, problem)
                : new Mistake(
                        "",
                        mark.getLine() + 1,
                        MistakeCode.INVALID_YAML,
                        "column " + (mark.getColumn() + 1) + ": " + problem);
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private Part part(String path, Node node) {
        if (node instanceof MappingNode mapping) {
            return new Fields(path, line(node), fields(path, mapping));
        }
        if (node instanceof SequenceNode sequence) {
            return new Listing(path, line(node), items(path, sequence.getValue()));
        }
        boolean isNull = node.getTag().equals(Tag.NULL);
        return new Text(path, line(node), isNull ? "" : ((ScalarNode) node).getValue());
    }

    private List<Part> items(String path, List<Node> nodes) {
        List<Part> items = new ArrayList<>();
        for (Node node : nodes) {
            items.add(part(path + '[' + items.size() + ']', node));
        }
        return items;
    }

    private Map<String, Part> fields(String path, MappingNode mapping) {
        Map<String, Part> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            String keyPath = path.isEmpty() ? key : path + '.' + key;
            Part earlier = fields.putIfAbsent(key, part(keyPath, tuple.getValueNode()));
            if (earlier != null) {
                mistakes.add(new Mistake(
                        keyPath,
                        line(tuple.getKeyNode()),
                        MistakeCode.REPEATED_KEY,
                        "repeats the key of line " + earlier.line()));
            }
        }
        return fields;
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
