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
 * A catalogue file without mistakes. It is YAML in UTF-8; every value is read as it is written, so that numbers, dates
 * and codes need no quotes. What is not known is left out. These are its top-level keys, each with a list of records;
 * {@code !} marks the keys that a record must have.
 *
 * <pre>
 * citations      key! document! title publisher author origin publishedOn pageDatedOn writtenBefore
 * markets        code! name! kind! parent claims
 * brands         slug! name! makes! homeMarket parent, and evidence
 * partnerships   slug! name! announcedOn startedOn endedOn productBrand line members territories terms, and evidence
 *   members      role! brand!
 *   territories  market! included (true unless it says false) exclusive standing citation
 *   terms        kind! statement number approximate decidedBy amount converted standing citation
 * devices        slug! name! kind! brand! series partnership releasedOn chipset, and evidence
 * launches       device! market! status! launchedOn price, and evidence
 * figures        brands! market! period! measure! unit! value converted changeOnYear rank peak analyst, and evidence
 * </pre>
 *
 * <p>Records name each other by key, code or slug, in any order. A date is a year, a month or a day. An {@code amount}
 * is {@code {from, to, currency!}} with at least one bound, a {@code price} is {@code {amount!, currency!, bound!}} and
 * {@code converted} is {@code {amount!, currency!}}. The values of enums are those of the GraphQL schema.
 *
 * <p>Evidence is {@code standing} (REPORTED unless it says otherwise), {@code cited} and {@code claims}. {@code cited}
 * lists the citations that the record is drawn from, the principal one first. Each of them makes one claim about the
 * record as a whole, with its standing; {@code claims} adds what a citation says about one property:
 *
 * <pre>
 * claims         citation! standing property value expectation remark affects
 * </pre>
 *
 * <p>A claim states a {@code value} or expects something of the future, never both. {@code affects} lists the devices
 * that would be affected. What is CONFIRMED or REPORTED needs a citation.
 */
public final class CatalogueFile {

    private final String name;
    private final Fields content;

    private CatalogueFile(String name, Fields content) {
        this.name = name;
        this.content = content;
    }

    /**
     * Reads a file and inspects all of it.
     *
     * @param name what to call the file in an error message
     * @throws BrokenCatalogueException with every mistake of the file, if there is any
     */
    public static CatalogueFile read(String name, InputStream yaml) throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        // A decoder made for the purpose refuses what is not UTF-8, where one named by its charset would replace it.
        Reader text = new BufferedReader(new InputStreamReader(yaml, StandardCharsets.UTF_8.newDecoder()));
        Part file = new PartReader(mistakes).read(text);
        if (file != null) {
            Format.FILE.inspect(file, new Inspection(file, mistakes));
        }
        if (file instanceof Fields fields && mistakes.isEmpty()) {
            return new CatalogueFile(name, fields);
        }
        mistakes.sort(Comparator.comparingInt(Mistake::line));
        throw new BrokenCatalogueException(name, mistakes);
    }

    /** What to call the file in an error message. */
    public String name() {
        return name;
    }

    /** The top of the file, which fits the format. */
    Fields content() {
        return content;
    }
}
