package dev.rangefinder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rangefinder.http.NodeProject;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema changes by additions only, so that clients of the last release still work. Needs Node.js. */
@Tag(NodeProject.TAG)
class ReleasedSchemaTest {

    private static final String SCHEMA = """
            type Query { brand(slug: String!): Brand  brands(first: Int): [Brand!]! }
            type Brand { id: ID!  name: String! }
            enum Trade { OPTICS CAMERAS }
            input Revision { brand: String! }
            """;

    @TempDir
    Path directory;

    @BeforeAll
    static void install() throws Exception {
        NodeProject.prepare();
    }

    @Test
    void committedSchemaBreaksNoClientOfTheLastRelease() throws Exception {
        Optional<String> released = ReleasedSchema.of(Path.of("").toAbsolutePath());
        if (released.isEmpty()) {
            System.err.println("No tag of a release was found: the schema is compared with none");
        }
        assumeTrue(released.isPresent(), "no release");

        assertEquals(List.of(), breakingChanges(released.get(), Files.readString(CommittedSchema.FILE)));
    }

    @Test
    void changesThatBreakClientsAreFound() throws Exception {
        String changed = """
                type Query { brand(slug: String!, on: String!): Brand  brands(first: Int): [Brand] }
                type Brand { id: ID! }
                enum Trade { OPTICS }
                input Revision { brand: String!  version: Int! }
                """;

        assertEquals(
                Set.of(
                        "Enum value 'CAMERAS' was removed from enum 'Trade'",
                        "Field 'name' was removed from object type 'Brand'",
                        "Input field 'version' of type 'Int!' was added to input object type 'Revision'",
                        "Field 'Query.brands' changed type from '[Brand!]!' to '[Brand]'",
                        "Argument 'on: String!' added to field 'Query.brand'"),
                Set.copyOf(breakingChanges(SCHEMA, changed)));
    }

    @Test
    void additionsBreakNoClient() throws Exception {
        String extended = SCHEMA + """
                extend type Query { devices: [Device!]! }
                extend type Brand { "The devices." devices(first: Int): [Device!]! }
                extend enum Trade { HANDSETS }
                extend input Revision { version: Int }
                type Device { id: ID! }
                """;

        assertEquals(List.of(), breakingChanges(SCHEMA, extended));
    }

    @Test
    void schemaOfTheNewestReleaseIsReadFromItsTag() throws Exception {
        assumeTrue(!ReleasedSchema.git(directory, "--version").isEmpty(), "git is not installed");
        Files.createDirectories(directory.resolve(CommittedSchema.FILE).getParent());
        git("init", "--quiet");
        for (String tag : List.of("v1.9.0", "v1.10.0", "other")) {
            Files.writeString(directory.resolve(CommittedSchema.FILE), tag);
            git("add", ".");
            git("-c", "user.name=a", "-c", "user.email=a@a.example", "commit", "--quiet", "--message=" + tag);
            git("tag", tag);
        }

        assertEquals(Optional.of("v1.10.0"), ReleasedSchema.of(directory));
    }

    @Test
    void sourceArchiveHasNoRelease() {
        assertEquals(Optional.empty(), ReleasedSchema.of(directory));
    }

    private void git(String... arguments) throws Exception {
        assertEquals("", ReleasedSchema.git(directory, arguments));
    }

    private List<String> breakingChanges(String before, String after) throws Exception {
        Path old = Files.writeString(directory.resolve("old.graphql"), before);
        Path changed = Files.writeString(directory.resolve("changed.graphql"), after);
        return JsonPath.from(NodeProject.node("breaking-changes.mjs", old.toString(), changed.toString()))
                .getList("$");
    }
}
