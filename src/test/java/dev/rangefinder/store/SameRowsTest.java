package dev.rangefinder.store;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.catalogue.LoadingProfile;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Panache and the read module read the same values from the same rows of every entity, with every constant of its
 * enums and null in every nullable column. The random rows would violate constraints, which are dropped during the
 * tests.
 */
@QuarkusTest
@TestProfile(LoadingProfile.class)
class SameRowsTest {

    private static final int ROWS = 200;

    private static final String CHECKS = """
        select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
               format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
        from pg_constraint where contype = 'c' and connamespace = current_schema()::regnamespace and conrelid <> 0\
        """;

    @Inject
    Session database;

    @Inject
    ReadContexts reads;

    private List<String> checks = List.of();

    @BeforeEach
    void empty() {
        QuarkusTransaction.requiringNew().run(() -> {
            truncate();
            List<Object[]> constraints =
                    database.createNativeQuery(CHECKS, Object[].class).getResultList();
            constraints.forEach(each -> execute((String) each[0]));
            checks = constraints.stream().map(each -> (String) each[1]).toList();
        });
    }

    @AfterEach
    void constrainAgain() {
        QuarkusTransaction.requiringNew().run(() -> {
            truncate();
            checks.forEach(this::execute);
        });
    }

    private void truncate() {
        execute("truncate citation, market, brand, partnership cascade");
    }

    private void execute(String sql) {
        database.createNativeMutationQuery(sql).executeUpdate();
    }

    @Test
    void readModuleAndPanacheReadTheSameValues() {
        Set<EntityType<?>> entities = database.getMetamodel().getEntities();
        QuarkusTransaction.requiringNew().run(() -> {
            execute("set local session_replication_role = replica"); // no triggers, which also check foreign keys
            entities.forEach(this::persist);
        });
        for (EntityType<?> entity : entities) {
            List<? extends Keyed> expected = QuarkusTransaction.requiringNew().call(() -> all(entity));
            Map<Long, ?> actual = readAll(entity.getJavaType(), expected);
            assertEquals(ROWS, expected.size(), entity.getName());
            for (Keyed row : expected) {
                assertEquals(values(row), values(actual.get(row.key)), entity.getName());
            }
        }
    }

    private void persist(EntityType<?> entity) {
        Set<Field> fields = fields(entity.getJavaType()).collect(toSet());
        fields.removeIf(field -> field.getName().equals("key")); // the database generates it
        RowGenerator generator = new RowGenerator(entity.getJavaType(), fields, nullable(entity, fields));
        List<Keyed> rows = IntStream.range(0, ROWS).mapToObj(generator::row).toList();
        Keyed.persist(rows);
        Panache.flush();
        generator.assertComplete(rows);
    }

    /** The fields with nullable columns. */
    private Set<Field> nullable(EntityType<?> entity, Set<Field> fields) {
        Set<?> columns = Set.copyOf(database.createNativeQuery("""
                        select replace(column_name, '_', '') from information_schema.columns
                        where is_nullable = 'YES' and table_schema = current_schema() and table_name = ?1\
                        """, String.class)
                .setParameter(1, entity.getName().toLowerCase(Locale.ROOT))
                .getResultList());
        return fields.stream()
                .filter(field -> columns.contains(field.getName().toLowerCase(Locale.ROOT)))
                .collect(toSet());
    }

    /** All persistent fields, including inherited ones. */
    private static Stream<Field> fields(Class<?> entity) {
        return Stream.<Class<?>>iterate(entity, type -> type != Object.class, Class::getSuperclass)
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers())
                        && !field.getName().startsWith("$"))
                .peek(field -> field.setAccessible(true));
    }

    private static Map<String, Object> values(Object row) {
        Map<String, Object> values = new TreeMap<>();
        fields(row.getClass()).forEach(field -> values.put(field.getName(), RowGenerator.valueOf(field, row)));
        return values;
    }

    @SuppressWarnings("unchecked") // every entity has a key
    private static List<? extends Keyed> all(EntityType<?> entity) {
        try {
            return (List<? extends Keyed>)
                    entity.getJavaType().getMethod("listAll").invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> Map<Long, T> readAll(Class<T> entity, List<? extends Keyed> rows) {
        try (ReadContext context = reads.openAtOnce()) {
            List<Long> keys = rows.stream().map(row -> row.key).toList();
            return reads.read(context, () -> TableReader.of(entity).byKey(keys));
        }
    }

    @Test
    void unknownConstantIsAnError() {
        QuarkusTransaction.requiringNew()
                .run(() -> execute(
                        "insert into brand (slug, name, makes, standing) values ('a', 'A', 'CARS', 'RUMOURED')"));
        try (ReadContext context = reads.openAtOnce()) {
            TableReader<Brand> brands = TableReader.of(Brand.class);
            IllegalStateException error = assertThrows(
                    IllegalStateException.class, () -> reads.read(context, () -> brands.find("slug", "a")));
            assertTrue(error.getMessage().contains("CARS"), error::getMessage);
        }
    }
}
