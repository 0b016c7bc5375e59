package dev.rangefinder.catalogue;

import dev.rangefinder.brand.Alias;
import dev.rangefinder.brand.Brand;
import dev.rangefinder.brand.Ownership;
import dev.rangefinder.device.Collaboration;
import dev.rangefinder.device.Device;
import dev.rangefinder.device.Variant;
import dev.rangefinder.market.Launch;
import dev.rangefinder.market.LaunchPrice;
import dev.rangefinder.partnership.Contribution;
import dev.rangefinder.partnership.Member;
import dev.rangefinder.partnership.Partnership;
import dev.rangefinder.partnership.Term;
import dev.rangefinder.partnership.Territory;
import dev.rangefinder.relay.Keyed;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The records that own parts. */
final class PartOwners {

    /**
     * A part with its owner.
     *
     * @param create creates the part
     * @param owner sets the key of its owner
     */
    private record Ownable<P extends Keyed, O extends Keyed>(
            Class<P> part, Class<O> owners, Supplier<P> create, BiConsumer<P, Long> owner) {}

    private static final List<Ownable<?, ?>> ALL = List.of(
            new Ownable<>(Alias.class, Brand.class, Alias::new, (alias, key) -> alias.brandId = key),
            new Ownable<>(Alias.class, Device.class, Alias::new, (alias, key) -> alias.deviceId = key),
            new Ownable<>(Ownership.class, Brand.class, Ownership::new, (ownership, key) -> ownership.brandId = key),
            new Ownable<>(Variant.class, Device.class, Variant::new, (variant, key) -> variant.deviceId = key),
            new Ownable<>(Collaboration.class, Device.class, Collaboration::new, (part, key) -> part.deviceId = key),
            new Ownable<>(Member.class, Partnership.class, Member::new, (part, key) -> part.partnershipId = key),
            new Ownable<>(Territory.class, Partnership.class, Territory::new, (part, key) -> part.partnershipId = key),
            new Ownable<>(Term.class, Partnership.class, Term::new, (part, key) -> part.partnershipId = key),
            new Ownable<>(
                    Contribution.class, Partnership.class, Contribution::new, (part, key) -> part.partnershipId = key),
            new Ownable<>(LaunchPrice.class, Launch.class, LaunchPrice::new, PartOwners::setLaunch));

    private PartOwners() {}

    private static void setLaunch(LaunchPrice price, Long key) {
        Launch launch = Launch.findById(key);
        price.launchId = key;
        price.deviceId = launch.deviceId;
    }

    /** Creates a part of a record. */
    @SuppressWarnings("unchecked") // the part has this class
    static <P extends Keyed> P create(Class<P> part, Class<?> owners, Long owner) {
        Ownable<P, ?> ownable = (Ownable<P, ?>) ALL.stream()
                .filter(one -> one.part == part && one.owners == owners)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(part + " is no part of " + owners));
        P created = ownable.create.get();
        ownable.owner.accept(created, owner);
        return created;
    }
}
