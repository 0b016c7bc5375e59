package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.AlreadyExists;
import dev.rangefinder.mutation.Change;
import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.Editor;
import dev.rangefinder.mutation.ErrorDetails;
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
        refuse(mistakes, existing(kind, record));
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
        refuse(mistakes, key == null ? InputErrors.notFound(ownerType.field(), ownerType.words(), owner) : null);
        N entity = PartOwners.create(table.type(), owners.type(), key);
        Records records = new Records(names);
        kind.setter().set(entity, part, records);
        records.store(kind.list(), entity, part);
        ClaimWriter claims = new ClaimWriter(records);
        claims.add(kind.subject(), part, entity.key);
        claims.writeAll();
        return Change.of(table, entity.key);
    }

    private static @Nullable ChangeError existing(Kind<?> kind, Fields record) {
        String name = record.optionalText(kind.nameKey());
        Long key = name == null ? null : StoredNames.current(kind.name(), name);
        return key == null
                ? null
                : new AlreadyExists(
                        ErrorDetails.at(
                                InputFields.INPUT + '.' + kind.nameKey(),
                                "There is a " + new RecordType(kind.type()).words() + " with this " + kind.nameKey()
                                        + " already."),
                        new GlobalId(kind.type().getSimpleName(), key));
    }

    private static void refuse(List<Mistake> mistakes, @Nullable ChangeError other) {
        List<ChangeError> errors = new ArrayList<>();
        if (other != null) {
            errors.add(other);
        }
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
        N entity = locks.lock(table, reference);
        RecordRevision<N> revision = RecordRevision.of(kind, table, entity, input, names);
        RecordLock.check(table, entity, expectedVersion, revision.differing());
        refuse(revision.mistakes(), null);
        revision.write();
        entities.flush();
        List<ChangeError> unstated = revision.unstated();
        if (!unstated.isEmpty()) {
            throw new RefusedException(unstated);
        }
        return Change.of(table, entity.key);
    }

    @Override
    public <N extends Keyed> Change<N> edit(
            EntityTable<N> table, String reference, int expectedVersion, Consumer<N> change) {
        N entity = locks.lock(table, reference);
        RecordLock.check(table, entity, expectedVersion, List.of());
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
        refuse(mistakes, key == null ? InputErrors.notFound("subject", "record", subject) : null);
        Records records = new Records(names);
        ClaimWriter writer = new ClaimWriter(records);
        writer.addOne(table.get(), claim, key);
        writer.writeAll();
        return Change.of(claims, records.first("claims"));
    }

    @Override
    public <N extends Keyed> Removal remove(EntityTable<N> table, String reference, int expectedVersion) {
        N entity = locks.lock(table, reference);
        RecordLock.check(table, entity, expectedVersion, List.of());
        References.refuse(new RecordType(table.type()), entity.key);
        entities.remove(entity);
        entities.flush();
        return new Removal(new GlobalId(table.type().getSimpleName(), entity.key));
    }
}
