package dev.rangefinder.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The schema of the last release: the committed one, at the last tag of a version. */
final class ReleasedSchema {

    private ReleasedSchema() {}

    /** Empty without a release, and in a source archive, which has no repository. */
    static Optional<String> of(Path project) {
        // The commit of a tag pins the image of the release, and is on no branch.
        String tags = git(project, "tag", "--list", "v[0-9]*", "--sort=-version:refname");
        Optional<String> last = tags.lines().findFirst();
        return last.isEmpty() ? last : Optional.of(git(project, "show", last.get() + ":./" + CommittedSchema.FILE));
    }

    /** The output of a command; none if it fails or git is not installed. */
    static String git(Path directory, String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            Process process = builder.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
