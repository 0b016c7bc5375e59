package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rangefinder.CatalogueData;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every table of the catalogue has the triggers that increment the revision and have its evidence weighed. */
@QuarkusTest
class RevisionTriggersTest {

    /** The tables of the revision itself, and the history of Flyway. */
    private static final Set<String> NOT_IN_THE_CATALOGUE = Set.of(
            "catalogue",
            "announced_change",
            "changed_subject",
            "executed_mutation",
            "search_name",
            "search_spelling",
            "flyway_schema_history");

    private static final String TABLES = """
        select relname from pg_class
        where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'f')\
        """;

    /**
     * Triggers after each insert (4), delete (8), update (16) and truncate (32), not for each row (1) or before (2).
     */
    private static final String ANNOUNCING = """
        select relname from pg_trigger
        join pg_class t on t.oid = tgrelid
        where t.relnamespace = current_schema()::regnamespace and tgfoid = 'announce_change'::regproc
          and tgtype = 4 + 8 + 16 + 32 and tgenabled = 'O' and tgqual is null\
        """;

    private static final String LOGGING = """
        select t.relname from pg_trigger l
        join pg_class t on t.oid = l.tgrelid
        join pg_proc p on p.oid = l.tgfoid and p.proname = 'log_changes_of_' || t.relname
        where t.relnamespace = current_schema()::regnamespace and l.tgtype = %d and l.tgenabled = 'O' and l.tgqual is null
          and not exists (select from pg_trigger o where o.tgrelid = t.oid and not o.tgisinternal and o.tgtype = l.tgtype
                              and o.tgname < l.tgname)\
        """;

    private static final String NOT_IN_THE_HISTORY = """
        select t.relname || '.' || c.attname from pg_class h
        join pg_class t on t.relname = h.relname and t.relnamespace = current_schema()::regnamespace
        join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped and c.attgenerated = ''
        where h.relnamespace = history_schema()::regnamespace and h.relkind = 'r'
          and not exists (select from pg_attribute a where a.attrelid = h.oid and a.attname = c.attname and a.atttypid = c.atttypid)\
        """;

    /** The tables that claims can be about. */
    private static final String SUBJECTS = """
        select confrelid::regclass::text from pg_constraint
        where contype = 'f' and conrelid = 'claim'::regclass and conname not in ('claim_source_exists', 'claim_spoken_by_exists')\
        """;

    /** The tables whose keys are two foreign keys and that the values of a subject are read from. */
    private static final String LINKS = """
        select distinct t.relname from pg_depend d
        join pg_rewrite r on r.oid = d.objid
        join pg_class v on v.oid = r.ev_class and v.relname like '%\\_value'
        join pg_class t on t.oid = d.refobjid and t.relkind = 'r'
        where t.relnamespace = current_schema()::regnamespace
          and not exists (select from pg_attribute where attrelid = t.oid and attname = 'id')\
        """;

    /** The tables whose names are among the values of another table, or of other rows of their own. */
    private static final String REFERENCED = """
        select distinct t.relname from pg_depend d
        join pg_rewrite r on r.oid = d.objid
        join pg_class v on v.oid = r.ev_class and v.relname like '%\\_value'
        join pg_class t on t.oid = d.refobjid and t.relkind = 'r'
        join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
        where t.relnamespace = current_schema()::regnamespace
          and (a.attname = 'slug' or a.attname = 'code' and v.relname <> t.relname || '_value')\
        """;

    private static final String MARKING = """
        select relname from pg_trigger
        join pg_class t on t.oid = tgrelid
        where t.relnamespace = current_schema()::regnamespace and tgfoid::regproc::text = 'mark_changes_of_' || relname
          and tgtype = %d and tgenabled = 'O' and tgqual is null\
        """;

    private static final String MARKING_RENAMED = """
        select relname from pg_trigger
        join pg_class t on t.oid = tgrelid
        where t.relnamespace = current_schema()::regnamespace
          and (tgfoid = 'mark_claims_of_renamed'::regproc and tgtype = 17 and cardinality(string_to_array(tgattr::text, ' ')) = 1
            or tgfoid = 'mark_prices_of_variants'::regproc and tgtype = 16 and tgqual is null)
          and tgenabled = 'O'\
        """;

    /** The functions of triggers that do not set a search path. */
    private static final String DEPENDENT = """
        select proname from pg_proc
        where pronamespace = current_schema()::regnamespace and prorettype = 'trigger'::regtype and proconfig is null\
        """;

    /** Triggers of one kind run in the order of their names. */
    private static final String LATE = """
        select m.tgname from pg_trigger m join pg_trigger a using (tgrelid)
        where m.tgfoid::regproc::text ~ '^mark_'
          and a.tgfoid = 'announce_change'::regproc and m.tgname > a.tgname\
        """;

    /** A truncation is logged before it: the bits of its triggers are 32 and 2. */
    @ParameterizedTest
    @CsvSource({"insert, 4", "delete, 8", "update, 16", "truncate, 34"})
    void everyTableOfTheCatalogueIsLoggedBeforeOtherTriggersChangeMore(String change, int bits) throws SQLException {
        Set<String> tables = CatalogueData.names(TABLES);
        tables.removeAll(NOT_IN_THE_CATALOGUE);

        assertEquals(tables, CatalogueData.names(LOGGING.formatted(bits)));
    }

    @Test
    void everyHistoryHasTheColumnsOfItsTable() throws SQLException {
        assertEquals(Set.of(), CatalogueData.names(NOT_IN_THE_HISTORY));
    }

    @Test
    void everyTableOfTheCatalogueAnnouncesItsChanges() throws SQLException {
        Set<String> tables = CatalogueData.names(TABLES);
        tables.removeAll(NOT_IN_THE_CATALOGUE);

        assertFalse(tables.isEmpty());
        assertEquals(tables, CatalogueData.names(ANNOUNCING));
    }

    /** Each kind of change, with the bits of its triggers: those of a truncation are 32, of a delete 8, and so on. */
    @ParameterizedTest
    @CsvSource({"insert, 4", "delete, 8", "update, 16", "truncate, 32"})
    void everySubjectAndItsClaimsAndLinksMarkWhatHasToBeWeighed(String change, int bits) throws SQLException {
        Set<String> tables = CatalogueData.names(SUBJECTS);
        assertTrue(tables.contains("brand"), tables::toString);
        tables.add("claim");
        Set<String> links = CatalogueData.names(LINKS);
        assertTrue(links.contains("figure_brand"), links::toString);
        tables.addAll(links);

        assertEquals(tables, CatalogueData.names(MARKING.formatted(bits)));
    }

    @Test
    void changedNamesMarkTheSubjectsThatReferToThem() throws SQLException {
        Set<String> referenced = CatalogueData.names(REFERENCED);
        assertTrue(referenced.contains("brand"), referenced::toString);

        assertEquals(referenced, CatalogueData.names(MARKING_RENAMED));
    }

    /** Whoever changes a table need not have its schema in the search path. One function names the schemas of what it uses. */
    @Test
    void triggersFindTheirTablesWithAnySearchPath() throws SQLException {
        assertEquals(Set.of("write_change"), CatalogueData.names(DEPENDENT));
    }

    /** Otherwise a change would be weighed before it is marked, if constraints are immediate. */
    @Test
    void changesAreAnnouncedAfterTheyAreMarked() throws SQLException {
        assertEquals(Set.of(), CatalogueData.names(LATE));
    }
}
