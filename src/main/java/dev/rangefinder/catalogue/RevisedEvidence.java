package dev.rangefinder.catalogue;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;

/**
 * The rule that some claim states each value that a revision adds: a claim of the input, or one that is stored.
 *
 * @param subject the table of the record
 * @param key the key of the record
 * @param sent what the input has
 */
record RevisedEvidence(SubjectTable subject, Long key, Fields sent) {

    private static final String STATED = """
            select exists (select from claim c where c.%s_id = :key and c.property = :property and c.likelihood <> 'DENIED'
                and states(c.value, :value))
            """;

    /**
     * Reports values without a claim, and claims without a value.
     *
     * @param stored the record before the change
     * @param whole the record after the change
     */
    void check(Shape format, Fields stored, Fields whole, Validation validation) {
        List<StoredValue> before = values(format, stored);
        List<StoredValue> after = values(format, whole);
        List<Fields> claims = sent.records(StoredTable.CLAIMS);
        claims.forEach(claim -> EvidenceRule.rejectMissingValues(claim, after, validation));
        after.stream()
                .filter(value -> before.stream().noneMatch(value::isSame))
                .filter(value -> claims.stream().noneMatch(claim -> EvidenceRule.states(claim, value)))
                .filter(value -> !isStated(value))
                .forEach(value -> EvidenceRule.reportUnstated(whole, value, validation));
    }

    private static List<StoredValue> values(Shape format, Fields record) {
        return format.rules().stream()
                .filter(EvidenceRule.class::isInstance)
                .flatMap(rule -> ((EvidenceRule) rule).values().of(record).stream())
                .toList();
    }

    private boolean isStated(StoredValue value) {
        return (Boolean) Panache.getEntityManager()
                .createNativeQuery(STATED.formatted(subject.table()))
                .setParameter("key", key)
                .setParameter("property", value.property())
                .setParameter("value", value.text())
                .getSingleResult();
    }
}
