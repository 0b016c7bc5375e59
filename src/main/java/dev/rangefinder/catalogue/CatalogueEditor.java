package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.RefusedException;
import dev.rangefinder.mutation.Removal;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Edits records by the format of the catalogue file: an input is validated and written like a file with one record. */
@ApplicationScoped
class CatalogueEditor implements Editor {

    private final EntityManager entities;
    private final RecordLock locks;

    CatalogueEditor(EntityManager entities, RecordLock locks) {
        this.entities = entities;
        this.locks = locks;
    }

    @Override
    public <N extends Keyed> Change<N> register(EntityTable<N> table, Record input) {
        Kind<N> kind = Kinds.of(table.type());
        StoredNames names = new StoredNames();
        Fields record = new InputFields(names).read(input, kind.format());
        Fields file = new Fields("", 0, Map.of(kind.list(), new Listing(InputFields.INPUT, 0, List.of(record))));
        List<Mistake> mistakes = InputReferences.of(kind, record, names).validate(kind.format(), record);
        refuse(mistakes, repeated(kind, record, owner -> null, names));
        Records records = new Records(names);
        new CatalogueWriter(records).write(file);
        return Change.of(table, records.first(kind.list()));
    }

    @Override
    public <N extends Keyed> Change<N> add(EntityTable<N> table, EntityTable<?> owners, String owner, Record input) {
        Kind<N> kind = Kinds.of(table.type());
        RecordType ownerType = new RecordType(owners.type());
        StoredNames names = new StoredNames();
        Fields part = new InputFields(names).read(input, kind.format());
        List<Mistake> mistakes = new InputReferences(names).validate(kind.format(), part);
        Long key = names.find(ownerType.table(), owner);
        refuse(
                mistakes,
                key == null
                        ? List.of(RecordLock.notFound(owners, owner))
                        : repeated(kind, part, of -> of.equals(ownerType.table()) ? key : null, names));
        N entity = PartOwners.create(table.type(), owners.type(), key);
        Records records = new Records(names);
        kind.setter().set(entity, part, records);
        records.store(kind.list(), entity, part);
        ClaimWriter claims = new ClaimWriter(records);
        claims.add(kind.subject(), part, entity.key);
        claims.writeAll();
        return Change.of(table, entity.key);
    }

    /** The errors for what a new record would repeat. */
    private static List<ChangeError> repeated(
            Kind<?> kind, Fields record, Function<String, @Nullable Long> owners, StoredNames names) {
        List<ChangeError> errors =
                new ArrayList<>(new RepeatedRecords(kind, record, owners, null, List.of(), names).errors());
        errors.addAll(new BrandNames(owners.apply("brand"), null).errors(kind.type(), record));
        return errors;
    }

    private static void refuse(List<Mistake> mistakes, List<ChangeError> others) {
        List<ChangeError> errors = new ArrayList<>(others);
        mistakes.stream().map(InputErrors::of).forEach(errors::add);
        if (!errors.isEmpty()) {
            throw new RefusedException(errors);
        }
    }

    @Override
    public <N extends Keyed> Change<N> revise(
            EntityTable<N> table, String reference, int expectedVersion, Record input) {
        Kind<N> kind = Kinds.of(table.type());
        StoredNames names = new StoredNames();
        N entity = locks.find(table, reference);
        if (entity == null) {
            List<Mistake> mistakes = RecordRevision.mistakesIn(kind, input, names);
            refuse(mistakes, List.of(RecordLock.notFound(table, reference)));
        }
        RecordRevision<N> revision = RecordRevision.of(kind, table, entity, input, names);
        List<ChangeError> errors =
                new ArrayList<>(RecordLock.stale(table, entity, expectedVersion, revision.differing()));
        errors.addAll(revision.repeated(table));
        refuse(revision.mistakes(), errors);
        revision.write();
        return Change.of(table, entity.key);
    }

    @Override
    public <N extends Keyed> Change<N> edit(
            EntityTable<N> table, String reference, int expectedVersion, Consumer<N> change) {
        N entity = locks.lock(table, reference);
        refuse(List.of(), RecordLock.stale(table, entity, expectedVersion, List.of()));
        change.accept(entity);
        return Change.of(table, entity.key);
    }

    @Override
    public <N extends Keyed> Change<N> claim(EntityTable<N> claims, String subject, Record input) {
        StoredNames names = new StoredNames();
        Fields claim = new InputFields(names).read(input, EvidenceFormat.CLAIM);
        List<Mistake> mistakes = new InputReferences(names).validate(EvidenceFormat.CLAIM, claim);
        Optional<SubjectTable> table = GlobalId.parse(subject).flatMap(id -> SubjectTable.ofType(id.type()));
        Long key = table.map(of -> names.find(of.table(), subject)).orElse(null);
        refuse(mistakes, key == null ? List.of(InputErrors.notFound("subject", "record", subject)) : List.of());
        Records records = new Records(names);
        ClaimWriter writer = new ClaimWriter(records);
        writer.addOne(table.get(), claim, key);
        writer.writeAll();
        return Change.of(claims, records.first("claims"));
    }

    @Override
    public <N extends Keyed> Removal remove(EntityTable<N> table, String reference, int expectedVersion) {
        N entity = locks.lock(table, reference);
        List<ChangeError> errors = new ArrayList<>(RecordLock.stale(table, entity, expectedVersion, List.of()));
        errors.addAll(References.errors(new RecordType(table.type()), entity.key));
        refuse(List.of(), errors);
        entities.remove(entity);
        entities.flush();
        return new Removal(new GlobalId(table.type().getSimpleName(), entity.key));
    }
}
