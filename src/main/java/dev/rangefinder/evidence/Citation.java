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
@Description("A document that the catalogue cites. What it does not state about itself is null.")
public class Citation extends Keyed implements Node {

    @Name("key")
    @Column(name = "key")
    @Description("The short name that the catalogue cites the document by, such as `C3`.")
    public String citationKey;

    @Description("The name of the file that holds the document.")
    public String document;

    @Nullable @Description("The title of the document.")
    public String title;

    @Nullable @Description("Who published the document.")
    public String publisher;

    @Nullable @Description("Who wrote the document.")
    public String author;

    @Nullable @Description("Where the document says that its news comes from.")
    public String origin;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("When the document was published, as far as it says so.")
    public PartialDate publishedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("The date in the header of the page, which may be later than the text.")
    public PartialDate pageDatedOn;

    @Nullable @Convert(converter = PartialDateConverter.class)
    @Column(columnDefinition = "partial_date")
    @Description("A date before which the text must have been written.")
    public PartialDate writtenBefore;
}
