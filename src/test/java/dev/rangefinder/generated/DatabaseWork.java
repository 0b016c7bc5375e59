package dev.rangefinder.generated;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Measures the CPU time of the processes of PostgreSQL on this machine, which hardly depends on how busy it is. */
final class DatabaseWork {

    private final DataSource database;

    DatabaseWork(DataSource database) {
        this.database = database;
    }

    /** The work that is measured. */
    interface Work {
        void run() throws SQLException;
    }

    /** Runs some work, and returns the CPU time that it takes. */
    Duration during(Work work) throws SQLException {
        Map<Long, Duration> before = byProcess();
        work.run();
        return byProcess().entrySet().stream()
                .map(one -> one.getValue().minus(before.getOrDefault(one.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private Map<Long, Duration> byProcess() throws SQLException {
        Map<Long, Duration> found = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(
                        "select pid from pg_stat_activity where backend_type = 'client backend'")) {
            while (result.next()) {
                long process = result.getLong(1);
                ProcessHandle.of(process)
                        .flatMap(one -> one.info().totalCpuDuration())
                        .ifPresent(time -> found.put(process, time));
            }
        }
        return found;
    }
}
