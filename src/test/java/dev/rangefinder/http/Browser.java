package dev.rangefinder.http;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a browser on this machine: any Chromium, Chrome or Edge. */
final class Browser {

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

    /** The executable of the first browser that is found. */
    static Optional<Path> find() {
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(directory -> Stream.of(NAMES).map(name -> Path.of(directory, name)));
        return Stream.concat(onPath, Stream.of(LOCATIONS).map(Path::of))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
