package dev.rangefinder.evidence;

import dev.rangefinder.node.Node;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.scalar.PartialDate;
import dev.rangefinder.scalar.PartialDateConverter;
import io.smallrye.graphql.api.Nullable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Name;

@Entity
@Description("A document that the catalogue cites.")
public class Citation extends Keyed implements Node {

    @Name("key")
    @Column(name = "key")
    @Description("The unique key of the citation, such as `C3`.")
    public String citationKey;

    @Description("The name of the file that contains the document.")
    public String document;

    @Nullable @Description("The title of the document. Null if not stated.")
    public String title;

    @Nullable @Description("The publisher of the document. Null if not stated.")
    public String publisher;

    @Nullable @Description("The author of the document. Null if not stated.")
    public String author;

    @Nullable @Description("The source that the document names for its information. Null if not stated.")
    public String origin;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date on which the document was published. Null if not stated.")
    public PartialDate publishedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date in the header of the page, which can be later than the text. Null if not stated.")
    public PartialDate pageDatedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("A date before which the text must have been written. Null if unknown.")
    public PartialDate writtenBefore;
}
