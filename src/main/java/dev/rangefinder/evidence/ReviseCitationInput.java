package dev.rangefinder.evidence;

import dev.rangefinder.scalar.PartialDate;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ReviseCitationInput")
@Description(
        "A change of a citation. Absent fields are left as they are. Null removes a value, and an empty list removes all.")
public record ReviseCitationInput(
        @Description("The key or ID of the citation.") String citation,

        @Description("The version of the citation that the change is based on.")
        int expectedVersion,

        @Nullable @Description("The new key.") String key,

        @Nullable @Description("The name of the file that contains the document.")
        Optional<String> document,

        @Nullable @Description("The title of the document.") Optional<String> title,

        @Nullable @Description("The publisher of the document.")
        Optional<String> publisher,

        @Nullable @Description("The author of the document.")
        Optional<String> author,

        @Nullable @Description("The source that the document names for its information.")
        Optional<String> origin,

        @Nullable @Description("The URL of the document.") Optional<String> url,

        @Nullable @Description("The BCP 47 tag of the language of the document.")
        Optional<String> language,

        @Nullable @Description("The licence under which the content of the document can be used.")
        Optional<String> licence,

        @Nullable @Description("The date on which the document was published.")
        Optional<PartialDate> publishedOn,

        @Nullable @Description("The time of day at which the document was published.")
        Optional<String> publishedAt,

        @Nullable @Description("The date in the header of the page.")
        Optional<PartialDate> pageDatedOn,

        @Nullable @Description("A date before which the text must have been written.")
        Optional<PartialDate> writtenBefore,

        @Nullable @Description("What the document says about its own interests.")
        Optional<String> disclosure,

        @Nullable @Description("The slugs or IDs of the brands that paid for the document.")
        List<@NonNull String> paidBy,

        @Nullable @Description("The keys or IDs of the citations that the document relays.")
        List<@NonNull String> basedOn,

        @Nullable @Description("Additional information about the document.")
        Optional<String> remark,

        @Nullable @Description("Further claims about the citation. Some claim must state each new value.")
        List<@NonNull ClaimInput> claims) {}
