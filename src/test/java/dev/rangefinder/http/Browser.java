package dev.rangefinder.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.path.json.JsonPath;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs scripts of {@code src/test/node} in a browser of this machine: any Chromium, Chrome or Edge. Needs Node.js. */
public final class Browser {

    private static final String[] NAMES = {
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"
    };

    /** The usual locations on macOS and Windows, where they are not on the path. */
    private static final String[] LOCATIONS = {
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"
    };

    private Browser() {}

    /**
     * Runs a script with the executable of the browser and the arguments, and returns the JSON that it prints.
     *
     * @param test the name of the test that is skipped without a browser
     */
    public static JsonPath run(String script, String test, String... arguments) throws Exception {
        Optional<Path> browser = find();
        if (browser.isEmpty()) {
            System.err.println("No Chromium, Chrome or Edge was found: " + test + " is skipped");
        }
        assumeTrue(browser.isPresent(), "no browser");
        NodeProject.prepare();
        Stream<String> command = Stream.of(script, browser.orElseThrow().toString());
        return JsonPath.from(
                NodeProject.node(Stream.concat(command, Stream.of(arguments)).toArray(String[]::new)));
    }

    /** The executable of the first browser that is found. */
    private static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> Stream.of(NAMES).map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, Stream.of(LOCATIONS).map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
