package dev.rangefinder.relay;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.eclipse.microprofile.graphql.Ignore;

/** A row with a key. */
@MappedSuperclass
@RegisterForReflection // rows are read into its field
public abstract class Keyed extends PanacheEntityBase {

    /** The identity inside the database. It is null until the row is stored, and never part of the schema. */
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Ignore
    public Long key;
}
