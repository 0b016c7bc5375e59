package dev.rangefinder.sql;

import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens snapshots of the database, on connections that can only read. */
@ApplicationScoped
public class Snapshots {

    private final javax.sql.DataSource dataSource;

    Snapshots(@DataSource("reading") javax.sql.DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Opens the snapshot of this thread. */
    public Snapshot open() {
        return Snapshot.open(dataSource);
    }
}
