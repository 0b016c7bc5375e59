package dev.rangefinder.change;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rangefinder.CatalogueData;
import dev.rangefinder.SqlWriting;
import dev.rangefinder.StoredRow;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** The versions of records count the changes by SQL as well. */
@QuarkusTest
class VersionTest extends SqlWriting {

    private final CatalogueData data = new CatalogueData();

    private int versionOf(StoredRow row) throws SQLException {
        return Integer.parseInt(writer.text("select version from " + row.table() + " where id = " + row.key()));
    }

    private void update(StoredRow row, String assignment) throws SQLException {
        writer.execute("update " + row.table() + " set " + assignment + " where id = " + row.key());
        writer.commit();
    }

    @Test
    void eachChangeOfAValueCounts() throws SQLException {
        StoredRow brand = data.brand("versions").save();
        StoredRow device = data.device("versions", brand).save();
        for (StoredRow row : new StoredRow[] {brand, device}) {
            assertEquals(1, versionOf(row));
            update(row, "name = name || ' 2'");
            assertEquals(2, versionOf(row));
            update(row, "name = name");
            assertEquals(2, versionOf(row));
        }
    }

    @Test
    void derivedValuesDoNotCount() throws SQLException {
        StoredRow brand = data.brand("derived").save();
        update(brand, "standing = 'CONFIRMED'");
        writer.execute("update claim set standing = 'RETRACTED' where brand_id = " + brand.key());
        writer.commit();
        assertEquals("RETRACTED", writer.text("select standing from brand where id = " + brand.key()));
        assertEquals(1, versionOf(brand));
    }

    @Test
    void linksOfARecordCountOncePerTransaction() throws SQLException {
        StoredRow one = data.citation("one").save();
        StoredRow two = data.citation("two").save();
        StoredRow three = data.citation("three").save();
        String link = "insert into citation_basis (citation_id, basis_id) values (%d, %d)";
        writer.execute(link.formatted(one.key(), two.key()));
        writer.execute(link.formatted(one.key(), three.key()));
        writer.commit();
        assertEquals(2, versionOf(one));
        assertEquals(1, versionOf(two));
    }
}
