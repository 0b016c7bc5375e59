package dev.rangefinder;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metrics that Prometheus scrapes. */
public final class MetricsScrape {

    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    private final List<String> lines;

    private MetricsScrape(List<String> lines) {
        this.lines = lines;
    }

    /** Scrapes the management interface. */
    public static MetricsScrape of(URI management) {
        String text = given().get(management.resolve("metrics"))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new MetricsScrape(
                text.lines().filter(line -> !line.startsWith("#")).toList());
    }

    /** The sum of all series of a metric with these labels, each written as {@code name="value"}. */
    public double sum(String metric, String... labels) {
        return lines.stream()
                .filter(line -> nameOf(line).equals(metric))
                .filter(line -> List.of(labels).stream().allMatch(line::contains))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** The names of all metrics. */
    public Set<String> names() {
        return lines.stream().map(MetricsScrape::nameOf).collect(TreeSet::new, Set::add, Set::addAll);
    }

    /** The values of a label in all series of a metric. */
    public Set<String> values(String metric, String label) {
        Set<String> values = new TreeSet<>();
        for (String line : lines) {
            Matcher labels = LABEL.matcher(nameOf(line).equals(metric) ? line : "");
            while (labels.find()) {
                if (labels.group(1).equals(label)) {
                    values.add(labels.group(2));
                }
            }
        }
        return values;
    }

    private static String nameOf(String line) {
        return line.split("[{ ]", 2)[0];
    }
}
