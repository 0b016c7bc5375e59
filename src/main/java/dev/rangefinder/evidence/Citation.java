package dev.rangefinder.evidence;

import dev.rangefinder.node.Named;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import dev.rangefinder.store.Reads;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

@Entity
@Description("A document or statement that the catalogue cites.")
public class Citation extends Keyed implements Named {

    @Column(insertable = false, updatable = false)
    @Description("The version of this record, which increases with each change of its own values. Revisions expect it.")
    public Integer version;

    @Name("key")
    @Column(name = "key")
    @Description("The unique key of the citation, such as `C3`.")
    public String citationKey;

    @Nullable @Description("The name of the file that contains the document. Null if the catalogue has only a relayed version.")
    public String document;

    @Nullable @Description("The title of the document. Null if not stated.")
    public String title;

    @Nullable @Description("The publisher of the document. Null if not stated.")
    public String publisher;

    @Nullable @Description("The author of the document. Null if not stated.")
    public String author;

    @Nullable @Description("The source that the document names for its information. Null if not stated.")
    public String origin;

    @Nullable @Description("The URL of the document. Null if unknown.")
    public String url;

    @Nullable @Description("The BCP 47 tag of the language of the document, such as `en`. Null if unknown.")
    public String language;

    @Nullable @Description("The licence under which the content of the document can be used. Null if not stated.")
    public String licence;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the document was published. Null if not stated.")
    public PartialDate publishedOn;

    @Nullable @Description(
            "The time of day at which the document was published, such as `10:06`, as the document states it. Null if not stated.")
    public String publishedAt;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date in the header of the page, which can be later than the text. Null if not stated.")
    public PartialDate pageDatedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("A date before which the text must have been written. Null if unknown.")
    public PartialDate writtenBefore;

    @Nullable @Description(
            "What the document says about its own interests, such as travel that somebody paid for. Null if it says nothing.")
    public String disclosure;

    @Nullable @Description("Additional information about the document. Null if there is none.")
    public String remark;

    @Override
    @Reads({Citation_.TITLE, Citation_.CITATION_KEY})
    public String getDisplayName() {
        return title == null ? citationKey : title;
    }
}
