package dev.rangefinder.catalogue;

import static dev.rangefinder.catalogue.EvidenceFormat.withClaims;
import static dev.rangefinder.catalogue.Items.listOf;
import static dev.rangefinder.catalogue.Rules.atLeastOneOf;
import static dev.rangefinder.catalogue.Rules.notBefore;
import static dev.rangefinder.catalogue.Value.oneOf;

import dev.rangefinder.brand.AliasKind;
import dev.rangefinder.brand.Trade;
import dev.rangefinder.device.DeviceKind;
import dev.rangefinder.device.DeviceStatus;

/** The format of brands and devices. */
final class DeviceFormat {

    static final Shape ALIAS = withClaims(
            new Shape()
                    .required("text", Value.NAME)
                    .optional("language", Value.LANGUAGE)
                    .optional("kind", oneOf(AliasKind.class), AliasKind.NAME.name())
                    .storedIn(Table.of("alias", "text")),
            "text");

    static final Shape OWNERSHIP = withClaims(new Shape()
            .required("owner", new Reference("brand"))
            .optional("since", Value.DATE)
            .optional("until", Value.DATE)
            .rule(notBefore("since", "until"))
            .storedIn(Table.of("ownership", "owner")));

    static final Shape BRAND = withClaims(
            new Shape()
                    .required("slug", Value.SLUG)
                    .required("name", Value.NAME)
                    .optional("makes", new ValueList(oneOf(Trade.class)))
                    .optional("homeMarket", new Reference("market"))
                    .optional("aliases", listOf(ALIAS))
                    .optional("ownerships", listOf(OWNERSHIP).uniqueBy("owner"))
                    .rule(AliasRule.INSTANCE)
                    .storedIn(Table.of("brand", "slug")),
            "slug",
            "name");

    static final Shape VARIANT = withClaims(new Shape()
            .optional("code", Value.NAME)
            .optional("market", new Reference("market"))
            .optional("chipset", Value.NAME)
            .optional("memory", Value.POSITIVE)
            .optional("storage", Value.POSITIVE)
            .rule(atLeastOneOf("code", "market", "chipset", "memory", "storage"))
            .storedIn(Table.of("variant", "code").otherwise("market", "chipset", "memory", "storage")));

    static final Shape COLLABORATION = withClaims(
            new Shape()
                    .required("partnership", new Reference("partnership"))
                    .optional("position", Value.POSITIVE)
                    .storedIn(Table.of("collaboration", "partnership")),
            "partnership");

    static final Shape DEVICE = withClaims(
            new Shape()
                    .required("slug", Value.SLUG)
                    .required("name", Value.NAME)
                    .required("kind", oneOf(DeviceKind.class))
                    .optional("series", new Reference("series"))
                    .required("brand", new Reference("brand"))
                    .optional("announcedOn", Value.DATE)
                    .optional("releasedOn", Value.DATE)
                    .optional("status", oneOf(DeviceStatus.class))
                    .optional("chipset", Value.NAME)
                    .optional("hardwareCode", Value.NAME)
                    .optional("aliases", listOf(ALIAS).uniqueBy("text"))
                    .optional("variants", listOf(VARIANT).uniqueByOptional("code"))
                    .optional("partnerships", listOf(COLLABORATION).uniqueBy("partnership"))
                    .rule(notBefore("announcedOn", "releasedOn"))
                    .storedIn(Table.of("device", "slug")),
            "slug",
            "name");

    private DeviceFormat() {}
}
