package dev.rangefinder.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A valid catalogue file. It is YAML in UTF-8. Every value is read as text, so numbers, dates and codes need no quotes. Keys
 * with unknown values are omitted. These are the top-level keys, each with a list of records; {@code !} marks required keys.
 *
 * <pre>
 * citations      key! document! title publisher author origin publishedOn pageDatedOn writtenBefore
 * markets        code! name! kind! parent claims
 * brands         slug! name! makes! homeMarket parent, and evidence
 * partnerships   slug! name! announcedOn startedOn endedOn productBrand line members territories terms, and evidence
 *   members      role! brand!
 *   territories  market! included (true by default) exclusive standing citation
 *   terms        kind! statement number approximate decidedBy amount converted standing citation
 * devices        slug! name! kind! brand! series partnership releasedOn chipset, and evidence
 * launches       device! market! status! launchedOn price, and evidence
 * figures        brands! market! period! measure! unit! value converted changeOnYear rank peak analyst, and evidence
 * </pre>
 *
 * <p>Records refer to each other by key, code or slug, in any order. A date is a year, a month or a day. An {@code amount}
 * is {@code {from, to, currency!}} with at least one bound, a {@code price} is {@code {amount!, currency!, bound!}} and
 * {@code converted} is {@code {amount!, currency!}}. The values of enums are those of the GraphQL schema.
 *
 * <p>Evidence is {@code standing} (REPORTED by default), {@code cited} and {@code claims}. {@code cited}
 * lists the citations that the record is taken from, the principal one first. Each of them makes one claim about the
 * record as a whole, with its standing; {@code claims} adds what a citation says about one property:
 *
 * <pre>
 * claims         citation! standing property value expectation remark affects
 * </pre>
 *
 * <p>A claim has a {@code value} or an {@code expectation}, never both. {@code affects} lists the devices
 * that would be affected. A standing of CONFIRMED or REPORTED requires a citation.
 */
public final class CatalogueFile {

    private final String name;
    private final Fields content;

    private CatalogueFile(String name, Fields content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Reads and validates a file.
     *
     * @param name the name of the file in error messages
     * @throws InvalidCatalogueException with every mistake in the file
     */
    public static CatalogueFile read(String name, InputStream yaml) throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        // An explicit decoder rejects malformed UTF-8; a reader with a charset would replace it.
        Reader text = new BufferedReader(new InputStreamReader(yaml, StandardCharsets.UTF_8.newDecoder()));
        Part file = new PartReader(mistakes).read(text);
        if (file != null) {
            Format.FILE.validate(file, new Validation(file, mistakes));
        }
        if (file instanceof Fields fields && mistakes.isEmpty()) {
            return new CatalogueFile(name, fields);
        }
        mistakes.sort(Comparator.comparingInt(Mistake::line));
        throw new InvalidCatalogueException(name, mistakes);
    }

    /** The name of the file in error messages. */
    public String name() {
        return name;
    }

    /** The root of the file. */
    Fields content() {
        return content;
    }
}
