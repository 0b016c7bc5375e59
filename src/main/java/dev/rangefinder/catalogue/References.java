package dev.rangefinder.catalogue;

import dev.rangefinder.mutation.ChangeError;
import dev.rangefinder.mutation.ErrorDetails;
import dev.rangefinder.mutation.StillReferred;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The references to a record from others, which prevent its removal. Its parts, links and claims are removed with it. */
final class References {

    /** The foreign keys from the parts of a record to the record: those of the format, and those that only the database has. */
    private static final Set<String> OF_PARTS = Stream.concat(
                    Stream.concat(StoredTable.ALL.stream(), StoredTable.EVIDENCE.stream())
                            .flatMap(References::ofParts),
                    Stream.of("brand_device.brand_id", "brand_device.device_id"))
            .collect(Collectors.toUnmodifiableSet());

    private static final String FOREIGN_KEYS = """
            select c.conrelid::regclass::text, a.attname::text
            from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.contype = 'f' and c.confrelid = cast(:table as regclass) order by 1, 2
            """;

    private References() {}

    private static Stream<String> ofParts(StoredTable table) {
        Stream<String> links = table.table().links().values().stream().map(link -> link.table() + '.' + link.from());
        StoredTable owner = table.owner();
        return owner == null
                ? links
                : Stream.concat(links, Stream.of(table.name() + '.' + Table.foreignKey(owner.table())));
    }

    /** The errors for a record that cannot be removed, because others refer to it. */
    static List<ChangeError> errors(RecordType type, Long key) {
        String table = type.table();
        EntityManager entities = Panache.getEntityManager();
        List<ChangeError> errors = new ArrayList<>();
        List<?> foreignKeys = entities.createNativeQuery(FOREIGN_KEYS)
                .setParameter("table", table)
                .getResultList();
        for (Object foreignKey : foreignKeys) {
            String from = (String) ((Object[]) foreignKey)[0];
            String column = (String) ((Object[]) foreignKey)[1];
            boolean part =
                    OF_PARTS.contains(from + '.' + column) || from.equals("claim") && column.equals(table + "_id");
            if (!part && isReferred(entities, from, column, key)) {
                errors.add(new StillReferred(ErrorDetails.at(
                        InputFields.INPUT + '.' + type.field(), "A " + from.replace('_', ' ') + " refers to it.")));
            }
        }
        return errors;
    }

    private static boolean isReferred(EntityManager entities, String from, String column, Long key) {
        return (Boolean)
                entities.createNativeQuery("select exists (select from " + from + " where " + column + " = :key)")
                        .setParameter("key", key)
                        .getSingleResult();
    }
}
