package dev.rangefinder.store;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.brand.Brand;
import dev.rangefinder.catalogue.LoadingProfile;
import dev.rangefinder.market.Market;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.transaction.ReadContext;
import dev.rangefinder.transaction.ReadContexts;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.metamodel.EntityType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.annotations.Immutable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Panache and the read module read the same values from the same rows of every entity, with every constant of its
 * enums and null in every nullable column. The random rows would violate constraints, which are dropped during the
 * tests, and no trigger runs.
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
        List<EntityType<?>> entities = database.getMetamodel().getEntities().stream()
                .filter(entity -> !entity.getJavaType().isAnnotationPresent(Immutable.class)) // views
                .toList();
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
        setDerived(entity, fields, rows);
        generator.assertComplete(rows);
    }

    /** Writes the values of columns that triggers fill in otherwise, so that Hibernate only reads them. */
    private void setDerived(EntityType<?> entity, Set<Field> fields, List<Keyed> rows) {
        Set<?> writable = columns(entity, "is_generated = 'NEVER'");
        List<Field> derived = fields.stream()
                .filter(field -> isDerived(field) && writable.contains(column(field)))
                .toList();
        if (derived.isEmpty()) {
            return;
        }
        String update = derived.stream()
                .map(field -> column(field) + " = ?")
                .collect(joining(", ", "update " + table(entity) + " set ", " where id = ?"));
        database.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(update)) {
                for (Keyed row : rows) {
                    for (int i = 0; i < derived.size(); i++) {
                        Object value = RowGenerator.valueOf(derived.get(i), row);
                        statement.setObject(i + 1, value instanceof Enum<?> constant ? constant.name() : value);
                    }
                    statement.setLong(derived.size() + 1, row.key);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    private static boolean isDerived(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column != null && !column.insertable();
    }

    /** The fields with nullable columns. */
    private Set<Field> nullable(EntityType<?> entity, Set<Field> fields) {
        Set<?> columns = columns(entity, "is_nullable = 'YES' and is_generated = 'NEVER'");
        return fields.stream().filter(field -> columns.contains(column(field))).collect(toSet());
    }

    private Set<?> columns(EntityType<?> entity, String condition) {
        return Set.copyOf(database.createNativeQuery(
                        "select column_name from information_schema.columns where table_schema = current_schema()"
                                + " and table_name = ?1 and " + condition,
                        String.class)
                .setParameter(1, table(entity))
                .getResultList());
    }

    private static String table(EntityType<?> entity) {
        return snakeCase(entity.getName());
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? snakeCase(field.getName()) : column.name();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
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
        insert("insert into market (code, name, kind) values ('a', 'A', 'PLANET')");
        assertUnreadable(Market.class, "code", "PLANET");
    }

    @Test
    void unknownConstantInAListIsAnError() {
        insert("insert into brand (slug, name, makes) values ('a', 'A', '{CAMERAS,CARS}')");
        assertUnreadable(Brand.class, "slug", "CARS");
    }

    private void insert(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            execute("set local session_replication_role = replica");
            execute(sql);
        });
    }

    private void assertUnreadable(Class<?> entity, String name, String constant) {
        try (ReadContext context = reads.openAtOnce()) {
            TableReader<?> rows = TableReader.of(entity);
            IllegalStateException error = assertThrows(
                    IllegalStateException.class,
                    () -> reads.read(context, () -> rows.lookup(name).find(ReadContext.current(), "a")));
            assertTrue(error.getMessage().contains(constant), error::getMessage);
        }
    }
}
