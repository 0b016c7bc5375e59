package dev.rangefinder.database;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/** A server with the database and the roles of an installation, made by SQL that people run. */
public final class DatabaseRoles {

    /** The role that owns the database. */
    public static final String OWNER = "rangefinder";

    /** The role of the service. */
    public static final String SERVICE = "rangefinder_service";

    /** The role that only reads. */
    public static final String READER = "rangefinder_reader";

    private static final Path OPERATIONS = Path.of("src/site/markdown/operations.md");
    private static final Pattern COMMANDS = Pattern.compile("```shell\n(pg_dump .*?)```", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("```sql\n(create role rangefinder login.*?)```", Pattern.DOTALL);

    /** What roles may do, and with which tables and sequences. */
    private static final String PRIVILEGES = """
            select rolname || concat_ws(', ', '', case when rolcanlogin then 'login' end, case when rolsuper then 'superuser' end,
                case when rolcreaterole then 'createrole' end, case when rolcreatedb then 'createdb' end)
            from pg_roles where rolname like 'rangefinder%'
            union all
            select grantee || ' ' || privilege_type || ' ' || table_schema || '.' || table_name
            from information_schema.role_table_grants where grantee like 'rangefinder\\_%'
            union all
            select grantee || ' ' || privilege_type || ' ' || object_schema || '.' || object_name
            from information_schema.role_usage_grants where grantee like 'rangefinder\\_%'
            """;

    private final String server;
    private final String database;

    private DatabaseRoles(String server, String database) {
        this.server = server;
        this.database = database;
    }

    /** Makes the roles by statements, on a new server. */
    public static DatabaseRoles of(List<String> statements) throws SQLException {
        return of(EmbeddedDatabase.start(), statements);
    }

    private static DatabaseRoles of(String server, List<String> statements) throws SQLException {
        DatabaseRoles roles = ofServer(server);
        try (Connection connection = DriverManager.getConnection(roles.server);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return roles;
    }

    /** Makes the roles by the SQL of the operations page, on a new server. */
    public static DatabaseRoles ofOperationsPage() throws IOException, SQLException {
        return ofOperationsPage(EmbeddedDatabase.start());
    }

    /** Makes the roles by the SQL of the operations page, on the server with a URL. */
    public static DatabaseRoles ofOperationsPage(String server) throws IOException, SQLException {
        Matcher block = BLOCK.matcher(Files.readString(OPERATIONS));
        if (!block.find()) {
            throw new IllegalStateException("The operations page does not make the roles");
        }
        return of(
                server,
                Pattern.compile("[^;]+;[^\n]*\n")
                        .matcher(block.group(1))
                        .results()
                        .map(MatchResult::group)
                        .toList());
    }

    /** The roles that a server has already. */
    static DatabaseRoles ofServer(String server) {
        return new DatabaseRoles(server, "rangefinder");
    }

    /** The same roles with another database of the server. */
    public DatabaseRoles database(String name) {
        return new DatabaseRoles(server, name);
    }

    /** The same roles on another server. */
    public DatabaseRoles onServer(String url) {
        return new DatabaseRoles(url, database);
    }

    /** Backs the database up and restores it as another one of its server, by the commands of the operations page. */
    public DatabaseRoles restoredCopy(Path programs, Path directory) throws IOException, InterruptedException {
        Matcher commands = COMMANDS.matcher(Files.readString(OPERATIONS));
        if (!commands.find()) {
            throw new IllegalStateException("The operations page does not restore a copy");
        }
        String port =
                Integer.toString(URI.create(server.substring("jdbc:".length())).getPort());
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands.group(1)).directory(directory.toFile());
        Map<String, String> environment = shell.environment();
        environment.merge("PATH", programs.toString(), (path, added) -> added + File.pathSeparator + path);
        environment.put("FROM", "postgresql://" + OWNER + "@localhost:" + port + '/' + database);
        environment.put("PGHOST", "localhost");
        environment.put("PGPORT", port);
        environment.put("PGUSER", "postgres");
        Path output = directory.resolve("output");
        Process process =
                shell.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(Files.readString(output));
        }
        return database("rangefinder_copy");
    }

    /** The URL of the server. */
    public String server() {
        return server;
    }

    /** The URL of the database for one of the roles. */
    public String url(String role) {
        return server.replaceFirst("/postgres\\?user=postgres", "/" + database + "?user=" + role);
    }

    /** Migrates the database as its owner. */
    public void migrate() throws SQLException {
        Flyway.configure().dataSource(url(OWNER), null, null).load().migrate();
        execute(OWNER, "select grant_access()");
    }

    /** What the roles may do. */
    public Set<String> privileges() throws SQLException {
        Set<String> privileges = new TreeSet<>();
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(PRIVILEGES)) {
            while (row.next()) {
                privileges.add(row.getString(1));
            }
        }
        return privileges;
    }

    /** Runs a statement as one of the roles. */
    public void execute(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(role));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The text that a query selects for one of the roles. */
    public String value(String role, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(role));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
