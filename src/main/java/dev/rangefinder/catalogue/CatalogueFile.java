package dev.rangefinder.catalogue;

import java.io.IOException;
import java.io.InputStream;

/**
 * A catalogue file. It is YAML in UTF-8. Every value is read as text, so numbers, dates and codes need no quotes. Keys
 * with unknown values are omitted. These are the top-level keys, each with a list of records, which can contain lists of others;
 * {@code !} marks required keys, and a default is in parentheses. Every record has claims, except that those of citations are
 * optional.
 *
 * <pre>
 * citations        key! document title publisher author origin url language licence publishedOn publishedAt pageDatedOn
 *                  writtenBefore disclosure paidBy basedOn remark
 * speakers         slug! name! role brand
 * markets          code! name! kind! currency parents
 * brands           slug! name! makes homeMarket aliases ownerships
 *   aliases        text! language kind (NAME)
 *   ownerships     owner! since until
 * partnerships     slug! name! signedOn announcedOn startedOn endedOn ongoing productBrands lines succeeds members
 *                  territories terms contributions
 *   members        role! brand! joinedOn leftOn
 *   territories    market! included (true) exclusive since until
 *   terms          kind! statement number approximate decidedBy amount converted since until
 *   contributions  kind! brand statement
 * devices          slug! name! kind! brand! series announcedOn releasedOn status chipset hardwareCode aliases variants
 *                  partnerships
 *   aliases        text! language kind (NAME)
 *   variants       code market chipset memory storage
 *   partnerships   partnership! position
 * launches         device! market! status! seller announcedOn launchedOn prices
 *   prices         amount! currency! bound (EXACT) on variant
 * figures          brands! measure! unit! market period value converted changeOnYear rank rankBound (EXACT) peak
 *                  qualification analyst
 * events           slug! name! kind! on until place market brands partnerships
 *
 * claims           citation! speaker standing (REPORTED) likelihood (STATED) states property value foreseen expectedOn
 *                  expected effects effectsAreOpen remark
 *   effects        kind! brand device statement
 * </pre>
 *
 * <p>Records refer to each other by key, code or slug, in any order; a price refers to a variant of its device by the code. The
 * values of paidBy, basedOn, parents, makes, productBrands, lines, decidedBy, brands and the partnerships of an event are lists.
 * A date is a year, a month or a day. An {@code amount} is {@code {from, to, toExcluded, currency!}} with at least one bound,
 * and {@code converted} is {@code {amount!, currency!}}, with {@code approximate} in a term. The values of enums are those of
 * the GraphQL schema.
 *
 * <p>A claim {@code states} a list of properties of its record, or {@code all} of them: it is one claim for each of their values,
 * which has the same text as the value in the database. Or it has a {@code property}, which need not be a key of the record, and
 * a {@code value}, which can differ from that of the record. With neither, it is about the record as a whole. What is expected
 * of the future is {@code foreseen}. An effect is on a brand or on a device.
 *
 * <p>Each value of a record needs a claim that states it: the same text or number, or a more precise date. Exempt are slugs,
 * keys, codes and names, the kind of a market, the brand of a member, the device and the market of a launch, the partnership of
 * a device, and whether a term is approximate. A record without values needs a claim about it as a whole.
 *
 * @param name the name of the file in error messages
 */
public record CatalogueFile(String name, Content content) {

    /** Opens the content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Opens it from its beginning. */
        InputStream open() throws IOException;
    }
}
