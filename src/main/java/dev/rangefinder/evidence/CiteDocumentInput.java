package dev.rangefinder.evidence;

import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("CiteDocumentInput")
@Description("A document that the catalogue does not cite yet.")
public record CiteDocumentInput(
        @Description("The unique key of the citation, such as `C3`.")
        String key,

        @Nullable @Description("The name of the file that contains the document.")
        String document,

        @Nullable @Description("The title of the document.") String title,

        @Nullable @Description("The publisher of the document.")
        String publisher,

        @Nullable @Description("The author of the document.")
        String author,

        @Nullable @Description("The source that the document names for its information.")
        String origin,

        @Nullable @Description("The URL of the document.") String url,

        @Nullable @Description("The BCP 47 tag of the language of the document, such as `en`.")
        String language,

        @Nullable @Description("The licence under which the content of the document can be used.")
        String licence,

        @Nullable @Description("The date on which the document was published.")
        PartialDate publishedOn,

        @Nullable @Description("The time of day at which the document was published, such as `10:06`.")
        String publishedAt,

        @Nullable @Description("The date in the header of the page, which can be later than the text.")
        PartialDate pageDatedOn,

        @Nullable @Description("A date before which the text must have been written.")
        PartialDate writtenBefore,

        @Nullable @Description("What the document says about its own interests.")
        String disclosure,

        @Nullable @Description("The slugs or IDs of the brands that, by its disclosure, paid for the document.")
        List<@NonNull String> paidBy,

        @Nullable @Description("The keys or IDs of the citations that the document relays.")
        List<@NonNull String> basedOn,

        @Nullable @Description("Additional information about the document.")
        String remark,

        @Nullable @Description("The claims about the document itself.")
        List<@NonNull ClaimInput> claims) {}
