package dev.rangefinder.device;

import dev.rangefinder.node.NodeSource;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.relay.Keyed_;
import dev.rangefinder.store.EntityTable;
import dev.rangefinder.store.Reads;
import dev.rangefinder.store.SortKey;
import dev.rangefinder.store.ToOne;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/** The fields of variants. */
@GraphQLApi
public class VariantApi implements NodeSource {

    /** All variants. */
    public static final EntityTable<Variant> VARIANTS = EntityTable.ofList(Variant.class);

    static final ToOne<Variant, Device> VARIANT_OF = VARIANTS.toOne(Variant_.DEVICE_ID, DeviceApi.DEVICES);

    @Override
    public List<EntityTable<? extends Keyed>> nodes() {
        return List.of(VARIANTS);
    }

    @Description("The variants of the device.")
    @Reads({})
    public List<List<@NonNull Variant>> variants(@Source List<Device> devices) {
        return VARIANT_OF.inverse().lists(devices, SortKey.ascending(Keyed_.KEY));
    }

    @Name("device")
    @Description("The device that it is a variant of.")
    @Reads(Variant_.DEVICE_ID)
    public List<Device> deviceOfVariant(@Source List<Variant> variants) {
        return VARIANT_OF.of(variants);
    }
}
