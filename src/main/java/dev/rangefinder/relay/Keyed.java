package dev.rangefinder.relay;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Ignore;

/** A record with a generated primary key. */
@MappedSuperclass
@RegisterForReflection // rows are read into its field by reflection
public abstract class Keyed extends PanacheEntityBase {

    /** The primary key; null until the record is stored. Clients see global ids instead. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Ignore
    public Long key;
}
