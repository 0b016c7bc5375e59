package dev.rangefinder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The operations page lists every configuration key of the service with its default in production. */
class ConfigurationTableTest {

    private static final Path CLASSES = Path.of("target", "classes");
    private static final Pattern ROW =
            Pattern.compile("\\| `(rangefinder\\.[a-z.-]+)` \\| (?:`([^`]*)`|none) \\|.+\\|");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+)(?::([^}]*))?}");

    @Test
    void operationsPageListsEveryKeyAndItsDefault() throws Exception {
        assertEquals(keysOfCode(), keysOfOperationsPage());
    }

    private static Map<String, String> keysOfOperationsPage() throws IOException {
        Map<String, String> table = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/site/markdown/operations.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                table.put(row.group(1), row.group(2) == null ? "" : row.group(2));
            }
        }
        return table;
    }

    private static Map<String, String> keysOfCode() throws Exception {
        Map<String, String> keys = new TreeMap<>();
        for (Class<?> mapping : mappings()) {
            String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
            for (Method method : mapping.getMethods()) {
                WithDefault value = method.getAnnotation(WithDefault.class);
                keys.put(prefix + '.' + kebabCase(method.getName()), value == null ? "" : value.value());
            }
        }
        Properties properties = properties();
        for (String name : properties.stringPropertyNames()) {
            addReferences(properties.getProperty(name), keys);
        }
        keys.replaceAll((key, value) -> inProduction(properties, key, value));
        return keys;
    }

    /** Keys to which only other settings refer, such as those of the database. */
    private static void addReferences(String value, Map<String, String> keys) {
        Matcher reference = EXPRESSION.matcher(value);
        while (reference.find()) {
            if (reference.group(1).startsWith("rangefinder.")) {
                keys.putIfAbsent(reference.group(1), reference.group(2) == null ? "" : reference.group(2));
            }
        }
    }

    private static String inProduction(Properties properties, String key, String otherwise) {
        String value = properties.getProperty("%prod." + key, properties.getProperty(key, otherwise));
        Matcher reference = EXPRESSION.matcher(value);
        return reference.matches() ? properties.getProperty(reference.group(1), otherwise) : value;
    }

    private static Properties properties() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }

    private static List<Class<?>> mappings() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES.resolve("dev/rangefinder"))) {
            return files.map(file -> CLASSES.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(ConfigurationTableTest::load)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, ConfigurationTableTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebabCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
