package dev.rangefinder.feed;

import dev.rangefinder.brand.BrandApi;
import dev.rangefinder.error.ErrorCode;
import dev.rangefinder.error.InputException;
import dev.rangefinder.node.GlobalId;
import dev.rangefinder.node.Nodes;
import dev.rangefinder.partnership.PartnershipApi;
import dev.rangefinder.relay.Keyed;
import dev.rangefinder.store.EntityTable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Selects entries of the feed. A criterion that is null matches all.
 *
 * @param types the names of the types of the objects
 * @param nodes the objects
 * @param brands the keys of brands
 * @param partnerships the keys of partnerships
 */
record FeedFilter(
        @Nullable Set<String> types,
        @Nullable Set<GlobalId> nodes,
        @Nullable Set<Long> brands,
        @Nullable Set<Long> partnerships) {

    private static final int MAX_VALUES = 100;

    /** Matches all entries. */
    static final FeedFilter ALL = new FeedFilter(null, null, null, null);

    /**
     * The filter that a client requests.
     *
     * @throws InputException when a value is not the name of a type, an ID, or the slug of an object in the catalogue
     */
    static FeedFilter of(@Nullable CatalogueChangeFilter requested, Nodes nodes) {
        return requested == null
                ? ALL
                : new FeedFilter(
                        values("types", requested.types(), type -> typeOf(type, nodes)),
                        values("nodes", requested.nodes(), GlobalId::decode),
                        values("brands", requested.brands(), slug -> key(BrandApi.BRANDS, "brand", slug)),
                        values(
                                "partnerships",
                                requested.partnerships(),
                                slug -> key(PartnershipApi.PARTNERSHIPS, "partnership", slug)));
    }

    private static <T> @Nullable Set<T> values(
            String criterion, @Nullable List<String> requested, Function<String, T> value) {
        if (requested == null) {
            return null;
        }
        if (requested.isEmpty() || requested.size() > MAX_VALUES) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`filter." + criterion + "` must have 1 to " + MAX_VALUES + " values, but has " + requested.size()
                            + '.');
        }
        Set<T> values = new HashSet<>();
        requested.forEach(one -> values.add(value.apply(one)));
        return values;
    }

    private static String typeOf(String name, Nodes nodes) {
        if (!nodes.knows(name)) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT, "`filter.types`: no objects have the type `" + name + "`.");
        }
        return name;
    }

    private static long key(EntityTable<? extends Keyed> table, String type, String slug) {
        Keyed found = table.find(slug);
        if (found == null) {
            throw new InputException(
                    ErrorCode.BAD_USER_INPUT,
                    "`filter." + type + "s`: the catalogue has no " + type + " with the slug `" + slug + "`.");
        }
        return found.key;
    }

    boolean matches(FeedEntry entry) {
        return (types == null || types.contains(entry.type()))
                && (nodes == null || nodes.contains(new GlobalId(entry.type(), entry.nodeKey())))
                && (brands == null || Arrays.stream(entry.brands()).anyMatch(brands::contains))
                && (partnerships == null || Arrays.stream(entry.partnerships()).anyMatch(partnerships::contains));
    }
}
