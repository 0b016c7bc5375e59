-- The catalogue of camera partnerships, in four parts: tables, evidence, revisions, and indexes. Every constraint has a name,
-- because a rejected change is reported by it. Text that is sorted or compared by prefix has the C collation.

create extension if not exists pg_trgm;

-- A day, a month or a year: 2022-05-23, 2022-05 or 2022. In the C collation a less precise date sorts before the more precise
-- ones inside it. The last day that it can mean is compared through (value || '~'), because ~ sorts after every digit and
-- after the hyphen.
create domain partial_date as text collate "C"
    constraint partial_date_is_a_calendar_date check (
        value ~ ('^([0-9]{4}(-(0[1-9]|1[0-2]))?'
                 '|[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])'
                 '|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)'
                 '|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])'
                 '|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$')
        and value >= '0001');

-- Letters of any script, in lower case where it has one, so that a name without ASCII letters has a slug, too.
create domain slug as text collate "C"
    constraint slug_is_lower_case_words check (
        value ~ '^[a-z0-9\u00df-\u00f6\u00f8-\u1fff\u3005-\u3007\u3040-\ud7a3]+(-[a-z0-9\u00df-\u00f6\u00f8-\u1fff\u3005-\u3007\u3040-\ud7a3]+)*$'
        and value = lower(value collate "default")
        and length(value) <= 100);

create domain currency as text collate "C"
    constraint currency_is_an_iso_4217_code check (value ~ '^[A-Z]{3}$');

-- PostgreSQL knows NaN, which is greater than all other numbers, and the infinities. An upper bound excludes both.
create domain amount as numeric
    constraint amount_is_a_finite_number_from_zero check (value >= 0 and value < 1e18);

create domain change_in_per_cent as numeric
    constraint change_in_per_cent_is_finite check (value >= -100 and value < 1e9);

create domain standing as text collate "C"
    constraint standing_is_known check (value in ('CONFIRMED', 'REPORTED', 'RUMOURED', 'DISPUTED', 'RETRACTED'));

-- Markets: countries and the regions that contain them. A market can lie in several regions, because UN M49 is no strict tree.

create table market (
    id           bigint generated always as identity,
    code         text collate "C" not null,
    name         text collate "C" not null,
    kind         text collate "C" not null,
    currency     currency,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint market_pk primary key (id),
    constraint market_code_is_unique unique (code),
    constraint market_kind_is_known check (kind in ('COUNTRY', 'REGION')),
    constraint market_code_fits_its_kind check (code ~ case kind when 'COUNTRY' then '^[A-Z]{2}$' else '^[0-9]{3}$' end),
    constraint market_name_is_not_blank check (name ~ '\S')
);

create table market_parent (
    child_id   bigint not null,
    parent_id  bigint not null,
    constraint market_parent_pk primary key (child_id, parent_id),
    constraint market_parent_child_exists foreign key (child_id) references market on delete cascade,
    constraint market_parent_parent_exists foreign key (parent_id) references market on delete cascade
);

-- Brands: those that make cameras and optics, and those that make handsets.

create table brand (
    id              bigint generated always as identity,
    slug            slug not null,
    name            text collate "C" not null,
    makes           text[] collate "C" not null default '{}',
    home_market_id  bigint,
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint brand_pk primary key (id),
    constraint brand_slug_is_unique unique (slug),
    constraint brand_home_market_exists foreign key (home_market_id) references market,
    constraint brand_makes_is_known check (makes <@ array['CAMERAS', 'OPTICS', 'HANDSETS', 'IMAGING']),
    constraint brand_name_is_not_blank check (name ~ '\S')
);

create table ownership (
    id           bigint generated always as identity,
    brand_id     bigint not null,
    owner_id     bigint not null,
    since        partial_date,
    until        partial_date,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint ownership_pk primary key (id),
    constraint ownership_brand_exists foreign key (brand_id) references brand on delete cascade,
    constraint ownership_owner_exists foreign key (owner_id) references brand on delete cascade,
    constraint ownership_is_stated_once unique (brand_id, owner_id),
    constraint ownership_is_of_another_brand check (brand_id <> owner_id),
    constraint ownership_ends_after_its_start check (until || '~' >= since)
);


-- Partnerships. Whether one is active is derived from its dates and never stored.

create table partnership (
    id              bigint generated always as identity,
    slug            slug not null,
    name            text collate "C" not null,
    signed_on       partial_date,
    announced_on    partial_date,
    started_on      partial_date,
    ended_on        partial_date,
    ongoing         boolean,
    product_brands  text[] collate "C" not null default '{}',
    lines           text[] collate "C" not null default '{}',
    succeeds_id     bigint,
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint partnership_pk primary key (id),
    constraint partnership_slug_is_unique unique (slug),
    constraint partnership_succeeds_another foreign key (succeeds_id) references partnership,
    constraint partnership_name_is_not_blank check (name ~ '\S'),
    constraint partnership_ends_after_its_signing check (ended_on || '~' >= signed_on),
    constraint partnership_ends_after_its_announcement check (ended_on || '~' >= announced_on),
    constraint partnership_ends_after_its_start check (ended_on || '~' >= started_on),
    constraint partnership_that_ended_is_not_ongoing check (ended_on is null or ongoing is distinct from true),
    constraint partnership_product_brands_are_not_blank
        check (array_position(product_brands, null) is null and array_position(product_brands, '') is null),
    constraint partnership_lines_are_not_blank
        check (array_position(lines, null) is null and array_position(lines, '') is null)
);

-- The status of a partnership on a day, derived from its dates. A partial date is reached on its first day, and an end is passed
-- after its last day. Of the start and the other beginnings in the same period, the latest counts.
create function partnership_status(
    signed_on text, announced_on text, started_on text, ended_on text, ongoing boolean, day text, today text)
    returns text language sql immutable parallel safe as $$
    select case
        when ended_on || '~' < day then 'ENDED'
        when coalesce(started_on, signed_on) is null and ongoing and day >= today then 'ACTIVE'
        when coalesce(started_on, signed_on) <= day
            and (signed_on > day and starts_with(signed_on, started_on)) is not true
            and (announced_on > day and starts_with(announced_on, coalesce(started_on, signed_on))) is not true then 'ACTIVE'
        when announced_on <= day then 'ANNOUNCED'
        else 'UNKNOWN' end
$$;

create table member (
    id              bigint generated always as identity,
    partnership_id  bigint not null,
    brand_id        bigint not null,
    role            text collate "C" not null,
    joined_on       partial_date,
    left_on         partial_date,
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint member_pk primary key (id),
    constraint member_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint member_brand_exists foreign key (brand_id) references brand,
    constraint member_role_is_known check (role in ('HANDSET_MAKER', 'IMAGING_PARTNER', 'DESIGN_PARTNER')),
    constraint member_is_a_member_once unique (partnership_id, brand_id),
    constraint member_leaves_after_joining check (left_on || '~' >= joined_on)
);

create table territory (
    id              bigint generated always as identity,
    partnership_id  bigint not null,
    market_id       bigint not null,
    included        boolean not null,
    exclusive       boolean,
    since           partial_date,
    until           partial_date,
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint territory_pk primary key (id),
    constraint territory_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint territory_market_exists foreign key (market_id) references market,
    constraint territory_excluded_is_not_exclusive check (included or exclusive is not true),
    constraint territory_ends_after_its_start check (until || '~' >= since)
);
create unique index territory_is_named_once on territory (partnership_id, market_id, coalesce(since, ''));

-- The market itself and the regions around it, with the number of steps to each.
create function markets_around(market bigint) returns table (id bigint, distance integer) language sql stable as $$
    with recursive around (id, distance) as (
        select market, 0
        union
        select p.parent_id, a.distance + 1 from market_parent p join around a on p.child_id = a.id)
    select a.id, min(a.distance) from around a group by a.id
$$;

-- The territories of partnerships that name a market or a region around it. They are valid on the days from valid_from to valid_until.
create view market_territory as
    select m.id as market_id, a.distance, t.partnership_id, t.id as territory_id, t.included, t.exclusive,
        coalesce(t.since, '') as valid_from, coalesce(t.until, '') || '~' as valid_until
    from market m cross join lateral markets_around(m.id) a join territory t on t.market_id = a.id;

-- The territories that decide about a market on a day: of those that are valid then, the one closest to the market. For the same
-- market an exclusion precedes, and then the latest.
create function market_territory_on(day text, wanted boolean) returns setof market_territory language sql stable as $$
    select * from (
        select distinct on (market_id, partnership_id) * from market_territory
        where valid_from <= day and valid_until >= day
        order by market_id, partnership_id, distance, included, valid_from desc, territory_id) deciding
    where wanted is null or included = wanted
$$;

create table term (
    id                      bigint generated always as identity,
    partnership_id          bigint not null,
    kind                    text collate "C" not null,
    statement               text,
    number                  integer,
    approximate             boolean not null default false,
    decided_by              text[] collate "C" not null default '{}',
    amount_from             amount,
    amount_to               amount,
    amount_to_excluded      boolean not null default false,
    amount_currency         currency,
    converted_amount        amount,
    converted_currency      currency,
    converted_approximate   boolean not null default false,
    since                   partial_date,
    until                   partial_date,
    standing                standing not null default 'REPORTED',
    citation_id             bigint,
    version                 integer not null default 1,
    constraint term_pk primary key (id),
    constraint term_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint term_kind_is_known check (kind in ('LICENCE', 'ROYALTY', 'PRICE', 'INVESTMENT', 'DURATION', 'PEOPLE',
        'IMAGE_QUALITY', 'HARDWARE_CHOICE', 'NATURE', 'SUCCESSOR', 'OTHER')),
    constraint term_decider_is_known check (decided_by <@ array['HANDSET_MAKER', 'IMAGING_PARTNER', 'DESIGN_PARTNER']),
    constraint term_says_something
        check (num_nonnulls(statement, number, amount_from, amount_to) > 0 or cardinality(decided_by) > 0),
    constraint term_number_is_not_negative check (number >= 0),
    constraint term_amount_has_a_currency check ((num_nonnulls(amount_from, amount_to) > 0) = (amount_currency is not null)),
    constraint term_amount_is_a_range check (amount_from <= amount_to),
    constraint term_amount_excludes_what_it_has check (amount_to is not null or not amount_to_excluded),
    constraint term_conversion_has_a_currency check ((converted_amount is null) = (converted_currency is null)),
    constraint term_conversion_approximates_what_it_has check (converted_amount is not null or not converted_approximate),
    constraint term_ends_after_its_start check (until || '~' >= since)
);

create table contribution (
    id              bigint generated always as identity,
    partnership_id  bigint not null,
    brand_id        bigint,
    kind            text collate "C" not null,
    statement       text,
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint contribution_pk primary key (id),
    constraint contribution_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint contribution_brand_exists foreign key (brand_id) references brand,
    constraint contribution_kind_is_known check (kind in ('LENS', 'COATING', 'COLOUR_TUNING', 'SENSOR', 'SOFTWARE', 'HARDWARE',
        'NAME', 'QUALITY_APPROVAL'))
);

-- Devices: models, and the series that contain them. A series can be part of another one.

create table device (
    id             bigint generated always as identity,
    slug           slug not null,
    name           text collate "C" not null,
    kind           text collate "C" not null,
    series_id      bigint,
    series_kind    text collate "C" generated always as (case when series_id is not null then 'SERIES' end) stored,
    brand_id       bigint not null,
    announced_on   partial_date,
    released_on    partial_date,
    released       text collate "C" not null default '',
    status         text collate "C",
    chipset        text collate "C",
    hardware_code  text collate "C",
    standing       standing not null default 'REPORTED',
    citation_id    bigint,
    version        integer not null default 1,
    constraint device_pk primary key (id),
    constraint device_slug_is_unique unique (slug),
    constraint device_kind_is_unambiguous unique (id, kind),
    constraint device_release_is_unambiguous unique (id, released),
    constraint device_series_is_a_series foreign key (series_id, series_kind) references device (id, kind),
    constraint device_brand_exists foreign key (brand_id) references brand,
    constraint device_kind_is_known check (kind in ('MODEL', 'SERIES')),
    constraint device_status_is_known check (status in ('EXPECTED', 'ANNOUNCED', 'RELEASED', 'DISCONTINUED', 'CANCELLED')),
    constraint device_is_released_after_its_announcement check (released_on || '~' >= announced_on),
    constraint device_name_is_not_blank check (name ~ '\S')
);

-- The date of release in the form that others refer to. It is no generated column: a trigger that can change the row would make every
-- update of a device lock the keys with generated columns, and wait for all transactions that refer to the device.
create function derive_release() returns trigger language plpgsql as $$
begin
    new.released := coalesce(new.released_on::text, '');
    return new;
end $$;

create trigger device_derives_its_release before insert or update of released_on, released on device
    for each row execute function derive_release();

-- The devices of a partnership. The date of release is that of the device, so that one index holds these devices in its order.
create table collaboration (
    id              bigint generated always as identity,
    partnership_id  bigint not null,
    device_id       bigint not null,
    position        integer,
    released        text collate "C" not null default '',
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint collaboration_pk primary key (id),
    constraint collaboration_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint collaboration_device_exists foreign key (device_id) references device on delete cascade,
    constraint collaboration_release_is_that_of_its_device foreign key (device_id, released)
        references device (id, released) on update cascade on delete cascade,
    constraint collaboration_is_stated_once unique (partnership_id, device_id),
    constraint collaboration_position_counts_from_one check (position >= 1)
);

create function take_release_of_device() returns trigger language plpgsql as $$
begin
    select d.released into new.released from device d where d.id = new.device_id for key share;
    new.released := coalesce(new.released, ''); -- the foreign key rejects an unknown device
    return new;
end $$;

create trigger collaboration_takes_the_release_of_its_device before insert or update of device_id on collaboration
    for each row execute function take_release_of_device();

-- The devices that carry the work of a brand, because it makes them or is a member of their partnership. Triggers derive them, so that
-- one index holds them in the order of their release.
create table brand_device (
    brand_id   bigint not null,
    device_id  bigint not null,
    released   text collate "C" not null default '',
    constraint brand_device_pk primary key (brand_id, device_id),
    constraint brand_device_brand_exists foreign key (brand_id) references brand on delete cascade,
    constraint brand_device_release_is_that_of_its_device foreign key (device_id, released)
        references device (id, released) on update cascade on delete cascade
);

-- The devices of the partnerships of a brand, each once.
create view partner_device as
    select distinct m.brand_id, c.device_id from member m join collaboration c using (partnership_id);

-- The devices are locked first, so that two transactions do not overlook each other's changes.
create function derive_brand_devices(devices bigint[]) returns void language plpgsql as $$
begin
    perform from device where id = any (devices) order by id for no key update;
    delete from brand_device b
    where b.device_id = any (devices)
        and not exists (select from device d where d.id = b.device_id and d.brand_id = b.brand_id)
        and not exists (select from partner_device p where p.device_id = b.device_id and p.brand_id = b.brand_id);
    insert into brand_device (brand_id, device_id, released)
    select o.brand_id, d.id, d.released
    from device d, lateral (select d.brand_id union select p.brand_id from partner_device p where p.device_id = d.id) o
    where d.id = any (devices)
    on conflict do nothing;
end $$;

create function derive_brand_devices_of_change() returns trigger language plpgsql as $$
declare
    devices bigint[];
begin
    if tg_table_name <> 'device' then
        perform from partnership where id in (select partnership_id from changed) order by id for no key update;
    end if;
    execute 'select array_agg(distinct device_id) from (' || tg_argv[0] || ') d' into devices;
    if devices is not null then
        perform derive_brand_devices(devices);
    end if;
    return null;
end $$;

create function derive_brand_devices_of_moved() returns trigger language plpgsql as $$
begin
    perform derive_brand_devices(array[new.id]);
    return null;
end $$;

do $$
declare
    source record;
    event text;
    transition text;
begin
    for source in values ('device', 'select id as device_id from changed'), ('collaboration', 'select device_id from changed'),
            ('member', 'select c.device_id from changed m join collaboration c using (partnership_id)') loop
        foreach event in array array['insert', 'update', 'delete'] loop
            continue when source.column1 = 'device' and event = 'update';
            transition := case event when 'delete' then 'old' else 'new' end;
            execute format('create trigger %1$s_%2$s_derives_brand_devices after %2$s on %1$s
                            referencing %3$s table as changed
                            for each statement execute function derive_brand_devices_of_change(%4$L)',
                           source.column1, event, transition, source.column2);
        end loop;
    end loop;
    create trigger device_update_derives_brand_devices after update of brand_id on device
        for each row when (old.brand_id <> new.brand_id) execute function derive_brand_devices_of_moved();
    create trigger collaboration_move_derives_brand_devices after update on collaboration referencing old table as changed
        for each statement execute function derive_brand_devices_of_change('select device_id from changed');
    create trigger member_move_derives_brand_devices after update on member referencing old table as changed
        for each statement execute function derive_brand_devices_of_change(
            'select c.device_id from changed m join collaboration c using (partnership_id)');
end $$;

-- Devices with the same hardware under other names.
create view twin as
    select a.id as device_id, b.id as twin_id from device a join device b on b.hardware_code = a.hardware_code and b.id <> a.id;

create table variant (
    id           bigint generated always as identity,
    device_id    bigint not null,
    market_id    bigint,
    code         text collate "C",
    chipset      text collate "C",
    memory       integer,
    storage      integer,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint variant_pk primary key (id),
    constraint variant_device_exists foreign key (device_id) references device on delete cascade,
    constraint variant_market_exists foreign key (market_id) references market,
    constraint variant_is_of_its_device unique (id, device_id),
    constraint variant_differs_in_something check (num_nonnulls(market_id, code, chipset, memory, storage) > 0),
    constraint variant_memory_is_positive check (memory > 0),
    constraint variant_storage_is_positive check (storage > 0)
);

-- Other names of brands and devices. An alias of a brand is no name and no alias of another one.

create table alias (
    id           bigint generated always as identity,
    text         text collate "C" not null,
    language     text collate "C",
    kind         text collate "C" not null default 'NAME',
    brand_id     bigint,
    device_id    bigint,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint alias_pk primary key (id),
    constraint alias_brand_exists foreign key (brand_id) references brand on delete cascade,
    constraint alias_device_exists foreign key (device_id) references device on delete cascade,
    constraint alias_has_one_owner check (num_nonnulls(brand_id, device_id) = 1),
    constraint alias_kind_is_known check (kind in ('NAME', 'SPELLING', 'TRANSLATION', 'FORMER_NAME', 'ABBREVIATION', 'MODEL_CODE')),
    constraint alias_language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    constraint alias_text_is_not_blank check (text ~ '\S')
);
create unique index alias_is_of_one_brand on alias (lower(text)) where brand_id is not null;
create unique index alias_is_stated_once on alias (device_id, text) where device_id is not null;

-- Each statement is checked, and so are the changes of its transaction at the commit: see refuse_cycle.
create function refuse_alias_of_another_brand() returns trigger language plpgsql as $$
declare
    taken text;
begin
    if tg_nargs > 0 then
        perform lock_catalogue();
    end if;
    if tg_table_name = 'alias' then
        select b.slug into taken from brand b where lower(b.name) = lower(new.text) and b.id <> new.brand_id;
    else
        select a.text into taken from alias a where lower(a.text) = lower(new.name) and a.brand_id <> new.id;
    end if;
    if taken is not null then
        raise exception using
            errcode = 'check_violation',
            constraint = regexp_replace(tg_name, '_at_commit$', ''),
            table = tg_table_name,
            message = format('%s has this name already', taken);
    end if;
    return null;
end $$;

create constraint trigger alias_is_not_the_name_of_another_brand after insert or update of text, brand_id on alias
    for each row when (new.brand_id is not null) execute function refuse_alias_of_another_brand();
create constraint trigger alias_is_not_the_name_of_another_brand_at_commit after insert or update of text, brand_id on alias
    deferrable initially deferred for each row when (new.brand_id is not null)
    execute function refuse_alias_of_another_brand('at commit');
create constraint trigger brand_name_is_not_the_alias_of_another after insert or update of name on brand
    for each row execute function refuse_alias_of_another_brand();
create constraint trigger brand_name_is_not_the_alias_of_another_at_commit after insert or update of name on brand
    deferrable initially deferred for each row execute function refuse_alias_of_another_brand('at commit');

-- Launches: a seller brings a device to a market, or does not. The price is the latest of its prices.

create table launch (
    id              bigint generated always as identity,
    device_id       bigint not null,
    market_id       bigint not null,
    seller          text collate "C",
    announced_on    partial_date,
    launched_on     partial_date,
    status          text collate "C" not null,
    price_amount    amount,
    price_currency  text collate "C",
    price_bound     text collate "C",
    price_on        partial_date,
    standing        standing not null default 'REPORTED',
    citation_id     bigint,
    version         integer not null default 1,
    constraint launch_pk primary key (id),
    constraint launch_is_of_its_device unique (id, device_id),
    constraint launch_device_exists foreign key (device_id) references device on delete cascade,
    constraint launch_market_exists foreign key (market_id) references market,
    constraint launch_status_is_known check (status in ('ANNOUNCED', 'LAUNCHED', 'NOT_LAUNCHED', 'WITHDRAWN')),
    constraint launch_seller_is_not_blank check (seller ~ '\S'),
    constraint launch_that_did_not_happen_has_no_date check (status <> 'NOT_LAUNCHED' or launched_on is null),
    constraint launch_follows_its_announcement check (launched_on || '~' >= announced_on),
    constraint launch_price_is_whole check (num_nonnulls(price_amount, price_currency, price_bound) in (0, 3)),
    constraint launch_price_bound_is_known check (price_bound in ('EXACT', 'BELOW', 'FROM'))
);
create unique index launch_happens_once on launch (device_id, market_id, coalesce(seller, ''));

create table launch_price (
    id           bigint generated always as identity,
    launch_id    bigint not null,
    device_id    bigint not null,
    variant_id   bigint,
    amount       amount not null,
    currency     currency not null,
    bound        text collate "C" not null default 'EXACT',
    on_date      partial_date,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint launch_price_pk primary key (id),
    constraint launch_price_launch_exists foreign key (launch_id, device_id) references launch (id, device_id) on delete cascade,
    constraint launch_price_variant_is_of_the_device foreign key (variant_id, device_id)
        references variant (id, device_id) on delete cascade,
    constraint launch_price_bound_of_amount_is_known check (bound in ('EXACT', 'BELOW', 'FROM'))
);
create unique index launch_price_is_stated_once on launch_price (launch_id, coalesce(variant_id, 0), coalesce(on_date, ''));

-- All prices of a launch are in one currency.
create function refuse_second_currency() returns trigger language plpgsql as $$
begin
    perform from launch where id = new.launch_id for no key update;
    if exists (select from launch_price p where p.launch_id = new.launch_id and p.currency <> new.currency) then
        raise exception using
            errcode = 'check_violation',
            constraint = 'launch_price_is_in_the_currency_of_the_others',
            table = tg_table_name,
            message = format('launch %s would have prices in two currencies', new.launch_id);
    end if;
    return null;
end $$;

create constraint trigger launch_price_is_in_the_currency_of_the_others after insert or update of launch_id, currency on launch_price
    for each row execute function refuse_second_currency();

-- Figures: an analyst's number for one or more brands, in a market, over a period. Both can be unknown.

create table figure (
    id                  bigint generated always as identity,
    market_id           bigint,
    period              text collate "C",
    measure             text collate "C" not null,
    value               amount,
    unit                text collate "C" not null,
    converted_amount    amount,
    converted_currency  currency,
    change_on_year      change_in_per_cent,
    rank                integer,
    rank_bound          text collate "C",
    peak                boolean not null default false,
    qualification       text,
    analyst             text collate "C",
    standing            standing not null default 'REPORTED',
    citation_id         bigint,
    version             integer not null default 1,
    constraint figure_pk primary key (id),
    constraint figure_market_exists foreign key (market_id) references market,
    constraint figure_period_is_a_year_quarter_or_month check (period ~ '^[0-9]{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
    constraint figure_measure_is_known check (measure in ('SHIPMENTS', 'SALES', 'SMARTPHONE_REVENUE', 'MARKET_SHARE')),
    constraint figure_unit_fits_its_measure check (case measure when 'SHIPMENTS' then unit = 'UNITS' when 'SALES' then unit = 'UNITS'
        when 'MARKET_SHARE' then unit = 'PERCENT' else unit ~ '^[A-Z]{3}$' end),
    constraint figure_says_something check (num_nonnulls(value, change_on_year, rank) > 0),
    constraint figure_conversion_has_a_currency check ((converted_amount is null) = (converted_currency is null)),
    constraint figure_rank_counts_from_one check (rank > 0),
    constraint figure_rank_has_a_bound check ((rank is null) = (rank_bound is null)),
    constraint figure_rank_bound_is_known check (rank_bound in ('EXACT', 'OR_HIGHER', 'OR_LOWER')),
    constraint figure_share_is_at_most_all check (measure <> 'MARKET_SHARE' or value <= 100)
);

create table figure_brand (
    figure_id  bigint not null,
    brand_id   bigint not null,
    constraint figure_brand_pk primary key (figure_id, brand_id),
    constraint figure_brand_figure_exists foreign key (figure_id) references figure on delete cascade,
    constraint figure_brand_brand_exists foreign key (brand_id) references brand on delete cascade
);

-- Events that partnerships and brands were part of or suffered from.

create table event (
    id           bigint generated always as identity,
    slug         slug not null,
    name         text collate "C" not null,
    kind         text collate "C" not null,
    on_date      partial_date,
    until        partial_date,
    place        text collate "C",
    market_id    bigint,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint event_pk primary key (id),
    constraint event_slug_is_unique unique (slug),
    constraint event_market_exists foreign key (market_id) references market,
    constraint event_kind_is_known check (kind in ('ANNOUNCEMENT', 'TRADE_SHOW', 'VISIT', 'SANCTION', 'DISRUPTION', 'OTHER')),
    constraint event_name_is_not_blank check (name ~ '\S'),
    constraint event_ends_after_its_start check (until || '~' >= on_date)
);

create table event_brand (
    event_id  bigint not null,
    brand_id  bigint not null,
    constraint event_brand_pk primary key (event_id, brand_id),
    constraint event_brand_event_exists foreign key (event_id) references event on delete cascade,
    constraint event_brand_brand_exists foreign key (brand_id) references brand on delete cascade
);

create table event_partnership (
    event_id        bigint not null,
    partnership_id  bigint not null,
    constraint event_partnership_pk primary key (event_id, partnership_id),
    constraint event_partnership_event_exists foreign key (event_id) references event on delete cascade,
    constraint event_partnership_partnership_exists foreign key (partnership_id) references partnership on delete cascade
);

-- Evidence: documents, the people heard in them, and what they claim.

create table citation (
    id              bigint generated always as identity,
    key             text collate "C" not null,
    document        text,
    title           text collate "C",
    publisher       text collate "C",
    author          text collate "C",
    origin          text,
    url             text,
    language        text collate "C",
    licence         text,
    published_on    partial_date,
    published_at    text collate "C",
    page_dated_on   partial_date,
    written_before  partial_date,
    disclosure      text,
    remark          text,
    version         integer not null default 1,
    constraint citation_pk primary key (id),
    constraint citation_key_is_unique unique (key),
    constraint citation_key_is_a_word check (key ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
    constraint citation_url_is_absolute check (url ~ '^https?://[^\s]+$'),
    constraint citation_language_is_a_tag check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
    constraint citation_time_is_of_the_day check (
        published_at is null
        or published_at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and coalesce(length(published_on), 0) = 10)
);

-- The citations that a citation relays.
create table citation_basis (
    citation_id  bigint not null,
    basis_id     bigint not null,
    constraint citation_basis_pk primary key (citation_id, basis_id),
    constraint citation_basis_citation_exists foreign key (citation_id) references citation on delete cascade,
    constraint citation_basis_basis_exists foreign key (basis_id) references citation on delete cascade
);

-- The brands that, by the disclosure of a citation, paid its writer.
create table citation_payer (
    citation_id  bigint not null,
    brand_id     bigint not null,
    constraint citation_payer_pk primary key (citation_id, brand_id),
    constraint citation_payer_citation_exists foreign key (citation_id) references citation on delete cascade,
    constraint citation_payer_brand_exists foreign key (brand_id) references brand on delete cascade
);

create table speaker (
    id           bigint generated always as identity,
    slug         slug not null,
    name         text collate "C" not null,
    role         text,
    brand_id     bigint,
    standing     standing not null default 'REPORTED',
    citation_id  bigint,
    version      integer not null default 1,
    constraint speaker_pk primary key (id),
    constraint speaker_slug_is_unique unique (slug),
    constraint speaker_brand_exists foreign key (brand_id) references brand,
    constraint speaker_name_is_not_blank check (name ~ '\S')
);

-- A claim: a citation, or a speaker in it, says something about one subject as a whole or about one of its properties. Its
-- weight orders the claims about a subject: by standing, then by likelihood, the strongest first.
create table claim (
    id                bigint generated always as identity,
    source_id         bigint not null,
    spoken_by_id      bigint,
    standing          standing not null default 'REPORTED',
    likelihood        text collate "C" not null default 'STATED',
    property          text collate "C",
    value             text,
    foreseen          boolean not null default false,
    expected_on       partial_date,
    expected          text,
    open_ended        boolean not null default false,
    remark            text,
    agrees            boolean,
    supports          boolean not null default true,
    weight            text collate "C" generated always as (
        (case standing::text when 'CONFIRMED' then '0' when 'REPORTED' then '1' when 'RUMOURED' then '2' when 'DISPUTED' then '3' else '4' end)
        || (case likelihood when 'STATED' then '0' when 'DENIED' then '1' when 'LIKELY' then '2' else '3' end)) stored,
    alias_id          bigint,
    brand_id          bigint,
    citation_id       bigint,
    collaboration_id  bigint,
    contribution_id   bigint,
    device_id         bigint,
    event_id          bigint,
    figure_id         bigint,
    launch_id         bigint,
    launch_price_id   bigint,
    market_id         bigint,
    member_id         bigint,
    ownership_id      bigint,
    partnership_id    bigint,
    speaker_id        bigint,
    term_id           bigint,
    territory_id      bigint,
    variant_id        bigint,
    version           integer not null default 1,
    constraint claim_pk primary key (id),
    constraint claim_source_exists foreign key (source_id) references citation,
    constraint claim_spoken_by_exists foreign key (spoken_by_id) references speaker,
    constraint claim_alias_exists foreign key (alias_id) references alias on delete cascade,
    constraint claim_brand_exists foreign key (brand_id) references brand on delete cascade,
    constraint claim_citation_exists foreign key (citation_id) references citation on delete cascade,
    constraint claim_collaboration_exists foreign key (collaboration_id) references collaboration on delete cascade,
    constraint claim_contribution_exists foreign key (contribution_id) references contribution on delete cascade,
    constraint claim_device_exists foreign key (device_id) references device on delete cascade,
    constraint claim_event_exists foreign key (event_id) references event on delete cascade,
    constraint claim_figure_exists foreign key (figure_id) references figure on delete cascade,
    constraint claim_launch_exists foreign key (launch_id) references launch on delete cascade,
    constraint claim_launch_price_exists foreign key (launch_price_id) references launch_price on delete cascade,
    constraint claim_market_exists foreign key (market_id) references market on delete cascade,
    constraint claim_member_exists foreign key (member_id) references member on delete cascade,
    constraint claim_ownership_exists foreign key (ownership_id) references ownership on delete cascade,
    constraint claim_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint claim_speaker_exists foreign key (speaker_id) references speaker on delete cascade,
    constraint claim_term_exists foreign key (term_id) references term on delete cascade,
    constraint claim_territory_exists foreign key (territory_id) references territory on delete cascade,
    constraint claim_variant_exists foreign key (variant_id) references variant on delete cascade,
    constraint claim_has_one_subject check (num_nonnulls(alias_id, brand_id, citation_id, collaboration_id, contribution_id,
        device_id, event_id, figure_id, launch_id, launch_price_id, market_id, member_id, ownership_id, partnership_id,
        speaker_id, term_id, territory_id, variant_id) = 1),
    constraint claim_likelihood_is_known check (likelihood in ('STATED', 'LIKELY', 'POSSIBLE', 'DENIED')),
    constraint claim_property_is_a_name check (property ~ '^[a-z][A-Za-z]*$'),
    constraint claim_value_needs_a_property check (property is not null or value is null),
    constraint claim_expects_what_it_foresees check (foreseen or num_nonnulls(expected_on, expected) = 0)
);

-- What would happen to a brand or a device if a claim came true.
create table effect (
    id         bigint generated always as identity,
    claim_id   bigint not null,
    kind       text collate "C" not null,
    brand_id   bigint,
    device_id  bigint,
    statement  text,
    constraint effect_pk primary key (id),
    constraint effect_claim_exists foreign key (claim_id) references claim on delete cascade,
    constraint effect_brand_exists foreign key (brand_id) references brand on delete cascade,
    constraint effect_device_exists foreign key (device_id) references device on delete cascade,
    constraint effect_is_on_one_node check (num_nonnulls(brand_id, device_id) = 1),
    constraint effect_kind_is_known check (kind in ('AFFECTED', 'BENEFITS'))
);
create unique index effect_is_stated_once on effect (claim_id, coalesce(brand_id, 0), coalesce(device_id, 0));

-- Evidence decides. The view <table>_value has the values of a table that need evidence: (id, property, value), where properties are
-- named like the fields of the GraphQL schema, and values are text as claims state it. Slugs, codes and names need none.

create view alias_value as
    select id, v.* from alias, lateral (values ('language', language), ('kind', kind)) v (property, value) where value is not null;

create view brand_value as
    select id, 'makes' as property, unnest(makes) as value from brand
    union all
    select b.id, 'homeMarket', m.code from brand b join market m on m.id = b.home_market_id;

create view citation_value as
    select id, null::text as property, null::text as value from citation where false;

create view collaboration_value as
    select id, 'position' as property, position::text as value from collaboration where position is not null;

create view contribution_value as
    select c.id, v.* from contribution c left join brand b on b.id = c.brand_id,
        lateral (values ('kind', c.kind), ('statement', c.statement), ('brand', b.slug::text)) v (property, value)
    where value is not null;

create view device_value as
    select d.id, v.* from device d join brand b on b.id = d.brand_id left join device s on s.id = d.series_id,
        lateral (values ('kind', d.kind), ('brand', b.slug::text), ('series', s.slug::text), ('announcedOn', d.announced_on::text),
            ('releasedOn', d.released_on::text), ('status', d.status), ('chipset', d.chipset), ('hardwareCode', d.hardware_code))
            v (property, value)
    where value is not null;

create view event_value as
    select e.id, v.* from event e left join market m on m.id = e.market_id,
        lateral (values ('kind', e.kind), ('on', e.on_date::text), ('until', e.until::text), ('place', e.place), ('market', m.code))
            v (property, value)
    where value is not null
    union all
    select e.event_id, 'brands', b.slug from event_brand e join brand b on b.id = e.brand_id
    union all
    select e.event_id, 'partnerships', p.slug from event_partnership e join partnership p on p.id = e.partnership_id;

create view figure_value as
    select f.id, v.* from figure f left join market m on m.id = f.market_id,
        lateral (values ('market', m.code), ('period', f.period), ('measure', f.measure), ('value', f.value::text), ('unit', f.unit),
            ('converted', f.converted_amount || ' ' || f.converted_currency), ('changeOnYear', f.change_on_year::text),
            ('rank', f.rank::text), ('rankBound', f.rank_bound), ('peak', case when f.peak then 'true' end),
            ('qualification', f.qualification), ('analyst', f.analyst)) v (property, value)
    where v.value is not null
    union all
    select f.figure_id, 'brands', b.slug from figure_brand f join brand b on b.id = f.brand_id;

create view launch_value as
    select l.id, v.* from launch l,
        lateral (values ('seller', l.seller), ('announcedOn', l.announced_on::text), ('launchedOn', l.launched_on::text),
            ('status', l.status)) v (property, value)
    where value is not null;

create view launch_price_value as
    select p.id, v.* from launch_price p left join variant a on a.id = p.variant_id,
        lateral (values ('amount', p.amount::text), ('currency', p.currency::text), ('bound', p.bound), ('on', p.on_date::text),
            ('variant', a.code)) v (property, value)
    where value is not null;

create view market_value as
    select id, 'currency' as property, currency::text as value from market where currency is not null
    union all
    select p.child_id, 'parents', m.code from market_parent p join market m on m.id = p.parent_id;

create view member_value as
    select id, v.* from member,
        lateral (values ('role', role), ('joinedOn', joined_on::text), ('leftOn', left_on::text)) v (property, value)
    where value is not null;

create view ownership_value as
    select o.id, v.* from ownership o join brand b on b.id = o.owner_id,
        lateral (values ('owner', b.slug::text), ('since', o.since::text), ('until', o.until::text)) v (property, value)
    where value is not null;

create view partnership_value as
    select p.id, v.* from partnership p left join partnership s on s.id = p.succeeds_id,
        lateral (values ('signedOn', p.signed_on::text), ('announcedOn', p.announced_on::text), ('startedOn', p.started_on::text),
            ('endedOn', p.ended_on::text), ('ongoing', p.ongoing::text), ('succeeds', s.slug::text)) v (property, value)
    where value is not null
    union all
    select id, 'productBrands', unnest(product_brands) from partnership
    union all
    select id, 'lines', unnest(lines) from partnership;

create view speaker_value as
    select s.id, v.* from speaker s left join brand b on b.id = s.brand_id,
        lateral (values ('role', s.role), ('brand', b.slug::text)) v (property, value)
    where value is not null;

create view term_value as
    select id, v.* from term,
        lateral (values ('kind', kind), ('statement', statement), ('number', number::text),
            ('amount', nullif(concat_ws(' ', amount_from,
                case when amount_to_excluded then 'below' when amount_to is not null then 'to' end, amount_to, amount_currency), '')),
            ('converted', converted_amount || ' ' || converted_currency), ('since', since::text), ('until', until::text))
            v (property, value)
    where value is not null
    union all
    select id, 'decidedBy', unnest(decided_by) from term;

create view territory_value as
    select t.id, v.* from territory t join market m on m.id = t.market_id,
        lateral (values ('market', m.code), ('included', t.included::text), ('exclusive', t.exclusive::text),
            ('since', t.since::text), ('until', t.until::text)) v (property, value)
    where value is not null;

create view variant_value as
    select a.id, v.* from variant a left join market m on m.id = a.market_id,
        lateral (values ('market', m.code), ('code', a.code), ('chipset', a.chipset), ('memory', a.memory::text),
            ('storage', a.storage::text)) v (property, value)
    where value is not null;

-- Whether a claimed value states a stored one: both are equal as text or as numbers, or the claimed one is a more precise date. This
-- is null if one of them is. The functions are not declared as strict, because PostgreSQL would not inline them then.
create function states(claimed text, stored text) returns boolean language sql immutable parallel safe as $$
    select claimed = stored
        or stored ~ '^[0-9]{4}(-[0-9]{2})?$' and claimed ~ '^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$' and starts_with(claimed, stored || '-')
        or case when claimed ~ '^-?[0-9]{1,30}(\.[0-9]{1,30})?$' and stored ~ '^-?[0-9]{1,30}(\.[0-9]{1,30})?$'
                then claimed::numeric = stored::numeric else false end
$$;

-- Whether a claimed value and a stored one agree at the precision of the less precise one.
create function agrees(claimed text, stored text) returns boolean language sql immutable parallel safe as $$
    select states(claimed, stored) or states(stored, claimed)
$$;

-- The citations that a citation is based on in the end: itself, if it relays no other.
create function roots(citation bigint) returns setof bigint language sql stable as $$
    with recursive source (id) as (
        select citation
        union
        select b.basis_id from citation_basis b join source s on b.citation_id = s.id)
    select s.id from source s where not exists (select from citation_basis b where b.citation_id = s.id)
$$;

-- The partnerships that a claim is about.
create function partnerships_of(c claim) returns setof bigint language sql stable as $$
    select c.partnership_id where c.partnership_id is not null
    union all select partnership_id from member where id = c.member_id
    union all select partnership_id from territory where id = c.territory_id
    union all select partnership_id from term where id = c.term_id
    union all select partnership_id from contribution where id = c.contribution_id
    union all select partnership_id from collaboration where id = c.collaboration_id
    union all select partnership_id from event_partnership where event_id = c.event_id
    union all select partnership_id from collaboration where device_id = c.device_id
    union all select o.partnership_id from launch l join collaboration o using (device_id) where l.id = c.launch_id
    union all select o.partnership_id from launch_price l join collaboration o using (device_id) where l.id = c.launch_price_id
    union all select o.partnership_id from variant l join collaboration o using (device_id) where l.id = c.variant_id
    union all select o.partnership_id from alias l join collaboration o using (device_id) where l.id = c.alias_id
$$;

-- The brands that a claim is about: those of its subject, and the members of its partnerships.
create function parties(c claim) returns setof bigint language sql stable as $$
    select c.brand_id where c.brand_id is not null
    union all select brand_id from alias where id = c.alias_id
    union all select unnest(array[brand_id, owner_id]) from ownership where id = c.ownership_id
    union all select brand_id from device where id = c.device_id
    union all select d.brand_id from launch l join device d on d.id = l.device_id where l.id = c.launch_id
    union all select d.brand_id from launch_price l join device d on d.id = l.device_id where l.id = c.launch_price_id
    union all select brand_id from speaker where id = c.speaker_id
    union all select brand_id from figure_brand where figure_id = c.figure_id
    union all select brand_id from event_brand where event_id = c.event_id
    union all select m.brand_id from partnerships_of(c) p join member m on m.partnership_id = p
$$;

-- Whether a party to a claim paid for its source.
create function is_paid_by_party(c claim) returns boolean language sql stable as $$
    select exists (select from citation_payer p where p.citation_id = c.source_id and p.brand_id in (select parties(c)))
$$;

-- The tables that claims can be about.
create function subjects() returns setof text language sql stable as $$
    select left(attname, -3) from pg_attribute
    where attrelid = 'claim'::regclass and attname like '%\_id' and attname not in ('source_id', 'spoken_by_id')
$$;

-- The subjects whose values or claims a transaction has changed. Rows never outlive their transactions. So they need not survive
-- a crash, and no replica needs them.
create unlogged table changed_subject (
    transaction  xid8 not null default pg_current_xact_id(),
    subject      text collate "C" not null,
    id           bigint not null,
    constraint changed_subject_pk primary key (transaction, subject, id)
);

-- Marks all rows of some tables: after a truncation nobody knows which rows there were.
create function mark_all(tables text[]) returns void language plpgsql as $$
declare
    marked text;
begin
    foreach marked in array tables loop
        execute format('insert into changed_subject (subject, id) select %1$L, id from %1$I on conflict do nothing', marked);
    end loop;
end $$;

-- Marks the subjects of claims that state the old name of a record: the argument is the column with the name.
create function mark_claims_of_renamed() returns trigger language plpgsql as $$
declare
    renamed text := to_jsonb(old) ->> tg_argv[0];
    subject text;
begin
    for subject in select subjects() loop
        execute format('insert into changed_subject (subject, id) select distinct %1$L, %2$I from claim
                        where value = $1 and %2$I is not null on conflict do nothing', subject, subject || '_id')
            using renamed;
    end loop;
    return null;
end $$;

-- Marks the prices of changed variants, because such a price states the code of its variant.
create function mark_prices_of_variants() returns trigger language plpgsql as $$
begin
    insert into changed_subject (subject, id)
    select 'launch_price', p.id from launch_price p join changed c on c.id = p.variant_id on conflict do nothing;
    return null;
end $$;

create trigger variant_code_is_weighed after update on variant referencing new table as changed
    for each statement execute function mark_prices_of_variants();

-- Weighs the evidence on the records of a table that this transaction has changed: the function weigh_<table>. It derives which
-- claims support the stored values, and rejects values that no claim states. The records are locked first, so that two
-- transactions do not overlook each other's claims. Each table has a function of its own, whose plans a session keeps, because
-- planning takes longer than weighing one record. A statement that changes no row runs all triggers of its table, so there is none
-- if nothing is to be derived. A plan with hash or merge joins, made for a transaction that changes many records, would read all
-- claims for each of those that change one, and a bitmap of all claims about a property would be made for each record.
do $$
declare
    subject text;
begin
    for subject in select subjects() loop
        execute format($create$
create function weigh_%1$s() returns void language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off as $body$
declare
    unstated record;
    changed bigint[];
    agreeing boolean[];
    supporting boolean[];
begin
    perform from %1$I where id in (select id from changed_subject where transaction = pg_current_xact_id() and subject = %1$L)
    order by id for no key update;
    select array_agg(w.id), array_agg(w.agrees), array_agg(w.supports) into changed, agreeing, supporting
    from (select c.id, c.agrees as agreed, c.supports as supported, v.agrees,
              coalesce(v.agrees, true) = (c.likelihood <> 'DENIED') as supports
          from changed_subject s join claim c on c.%2$I = s.id
          left join lateral (select bool_or(agrees(c.value, v.value)) as agrees
                             from %3$I v where v.id = s.id and v.property = c.property) v on true
          where s.transaction = pg_current_xact_id() and s.subject = %1$L) w
    where (w.agreed, w.supported) is distinct from (w.agrees, w.supports);
    if changed is not null then
        update claim set agrees = w.agrees, supports = w.supports
        from unnest(changed, agreeing, supporting) w (id, agrees, supports) where w.id = claim.id;
    end if;
    select v.id, v.property, v.value into unstated from changed_subject s join %3$I v on v.id = s.id
    where s.transaction = pg_current_xact_id() and s.subject = %1$L
        and not exists (select from claim c where c.%2$I = v.id and c.property = v.property
                            and c.likelihood <> 'DENIED' and states(c.value, v.value))
    order by 1, 2, 3 limit 1;
    if unstated.id is not null then
        raise exception using
            errcode = 'check_violation',
            constraint = '%1$s_values_are_claimed',
            table = %1$L,
            column = unstated.property,
            message = format('no claim states the %%s %%L of %1$s %%s', unstated.property, unstated.value, unstated.id);
    end if;
end $body$ $create$, subject, subject || '_id', subject || '_value');
    end loop;
end $$;

-- Derives from its claims the standing and the principal citation of each changed record of a table: the function
-- derive_standing_of_<table>. The principal claim is the strongest that supports the record as a whole or one of its values. It
-- decides, unless a claim with as strong a standing denies the record as a whole: then the record is disputed. Citations have
-- neither.
do $$
declare
    subject text;
begin
    for subject in select subjects() except select 'citation' loop
        execute format($create$
create function derive_standing_of_%1$s() returns void language plpgsql
    set enable_hashjoin = off set enable_mergejoin = off set enable_bitmapscan = off as $body$
declare
    unclaimed bigint;
    changed bigint[];
    standings text[];
    citations bigint[];
begin
    with principal as (
        select s.id, p.source_id, r.standing::text as stored_standing, r.citation_id as stored_citation, case when exists (
                   select from claim d where d.%2$I = s.id and d.property is null and not d.supports
                       and left(d.weight, 1) <= left(p.weight, 1)) then 'DISPUTED' else p.standing::text end as standing
        from changed_subject s join %1$I r on r.id = s.id
        left join lateral (
            select c.* from claim c
            where c.%2$I = s.id and c.supports
                and (c.property is null or exists (select from %3$I v where v.id = s.id and v.property = c.property))
            order by c.weight, c.property is not null, c.id limit 1) p on true
        where s.transaction = pg_current_xact_id() and s.subject = %1$L)
    select min(id) filter (where source_id is null), array_agg(id) filter (where is_new), array_agg(standing) filter (where is_new),
        array_agg(source_id) filter (where is_new)
    into unclaimed, changed, standings, citations
    from (select p.*, source_id is not null and (stored_standing, stored_citation) is distinct from (standing, source_id) as is_new
          from principal p) p;
    if changed is not null then
        update %1$I r set standing = p.standing, citation_id = p.source_id
        from unnest(changed, standings, citations) p (id, standing, source_id) where p.id = r.id;
    end if;
    if unclaimed is not null then
        raise exception using
            errcode = 'check_violation',
            constraint = '%1$s_is_claimed',
            table = %1$L,
            message = format('no claim supports %1$s %%s', unclaimed);
    end if;
end $body$ $create$, subject, subject || '_id', subject || '_value');
    end loop;
end $$;

-- Weighs the evidence on all that this transaction has changed, in the order of the tables' names, and derives its names for
-- searches. Its plans suit all values of a parameter, because planning for each value would take as long as the rest.
create function weigh_evidence() returns void language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
    weighed text;
begin
    for weighed in select distinct subject from changed_subject where transaction = pg_current_xact_id() order by 1 loop
        execute format('select weigh_%s()', weighed);
        if weighed <> 'citation' then
            execute format('select derive_standing_of_%s()', weighed);
        end if;
    end loop;
    perform derive_changed_names();
    delete from changed_subject where transaction = pg_current_xact_id();
    perform set_config('rangefinder.weighed', pg_current_xact_id()::text, true);
end $$;

-- The price of a launch is its latest, and nobody sets it. A price without a date is older than any other.
create function latest_price(launch bigint) returns launch_price language sql stable as $$
    select p from launch_price p where p.launch_id = launch
    order by coalesce(p.on_date, '') desc, p.variant_id nulls first, p.id limit 1
$$;

create function take_latest_price() returns trigger language plpgsql as $$
begin
    update launch l set price_amount = p.amount, price_currency = p.currency, price_bound = p.bound, price_on = p.on_date
    from (select id from launch where id in (select launch_id from changed) order by id for no key update) c
    cross join lateral latest_price(c.id) p
    where l.id = c.id and (l.price_amount, l.price_currency, l.price_bound, l.price_on) is distinct from (p.amount, p.currency, p.bound, p.on_date);
    return null;
end $$;

create function keep_latest_price() returns trigger language plpgsql as $$
begin
    select p.amount, p.currency, p.bound, p.on_date into new.price_amount, new.price_currency, new.price_bound, new.price_on
    from latest_price(new.id) p;
    return new;
end $$;

create trigger launch_keeps_its_latest_price before insert or update of price_amount, price_currency, price_bound, price_on on launch
    for each row execute function keep_latest_price();
create trigger launch_price_insert_sets_the_price after insert on launch_price referencing new table as changed
    for each statement execute function take_latest_price();
create trigger launch_price_update_sets_the_price after update on launch_price referencing new table as changed
    for each statement execute function take_latest_price();
create trigger launch_price_delete_sets_the_price after delete on launch_price referencing old table as changed
    for each statement execute function take_latest_price();

-- The timelines of partnerships and brands: all dated facts, with the subject and the property that each comes from. In the order of
-- partial dates a quarter begins with its first month. The views <table>_date have the same columns in the same order.

create view partnership_date as
    select 32 * p.id + v.n as id, v.kind, v.property, v.at collate "C" as at, (v.at)::partial_date as on_date,
        p.id as partnership_id, null::bigint as member_id, null::bigint as device_id, null::bigint as launch_id, null::bigint as figure_id, null::bigint as event_id, null::bigint as brand_id, null::bigint as claim_id
    from partnership p, lateral (values (1, 'SIGNING', 'signedOn', p.signed_on::text), (2, 'ANNOUNCEMENT', 'announcedOn', p.announced_on::text),
        (3, 'START', 'startedOn', p.started_on::text), (4, 'END', 'endedOn', p.ended_on::text)) v (n, kind, property, at)
    where v.at is not null;

create view member_date as
    select 32 * m.id + v.n as id, v.kind, v.property, v.at collate "C" as at, (v.at)::partial_date as on_date,
        null::bigint as partnership_id, m.id as member_id, null::bigint as device_id, null::bigint as launch_id, null::bigint as figure_id, null::bigint as event_id, null::bigint as brand_id, null::bigint as claim_id
    from member m, lateral (values (5, 'MEMBER_JOINED', 'joinedOn', m.joined_on::text), (6, 'MEMBER_LEFT', 'leftOn', m.left_on::text)) v (n, kind, property, at)
    where v.at is not null;

create view device_date as
    select 32 * d.id + v.n as id, v.kind, v.property, v.at collate "C" as at, (v.at)::partial_date as on_date,
        null::bigint as partnership_id, null::bigint as member_id, d.id as device_id, null::bigint as launch_id, null::bigint as figure_id, null::bigint as event_id, null::bigint as brand_id, null::bigint as claim_id
    from device d, lateral (values (7, 'DEVICE_ANNOUNCED', 'announcedOn', d.announced_on::text), (8, 'DEVICE_RELEASED', 'releasedOn', d.released_on::text)) v (n, kind, property, at)
    where v.at is not null;

create view launch_date as
    select 32 * l.id + v.n as id, v.kind, v.property, v.at collate "C" as at, (v.at)::partial_date as on_date,
        null::bigint as partnership_id, null::bigint as member_id, null::bigint as device_id, l.id as launch_id, null::bigint as figure_id, null::bigint as event_id, null::bigint as brand_id, null::bigint as claim_id
    from launch l, lateral (values (9, 'LAUNCH_ANNOUNCED', 'announcedOn', l.announced_on::text), (10, 'LAUNCH', 'launchedOn', l.launched_on::text)) v (n, kind, property, at)
    where v.at is not null;

create view figure_date as
    select 32 * f.id + v.n as id, v.kind, v.property, v.at collate "C" as at, (case when f.period ~ 'Q' then left(f.period, 4) else v.at end)::partial_date as on_date,
        null::bigint as partnership_id, null::bigint as member_id, null::bigint as device_id, null::bigint as launch_id, f.id as figure_id, null::bigint as event_id, null::bigint as brand_id, null::bigint as claim_id
    from figure f, lateral (values (11, 'FIGURE', 'period', case when f.period ~ 'Q'
            then left(f.period, 5) || to_char(3 * right(f.period, 1)::int - 2, 'FM00') else f.period end)) v (n, kind, property, at)
    where v.at is not null;

create view event_date as
    select 32 * e.id + v.n as id, v.kind, v.property, v.at collate "C" as at, (v.at)::partial_date as on_date,
        null::bigint as partnership_id, null::bigint as member_id, null::bigint as device_id, null::bigint as launch_id, null::bigint as figure_id, e.id as event_id, null::bigint as brand_id, null::bigint as claim_id
    from event e, lateral (values (12, 'EVENT', 'on', e.on_date::text)) v (n, kind, property, at)
    where v.at is not null;

create view claim_date as
    select 32 * c.id + 13 as id, 'EXPECTATION'::text as kind, c.property::text, c.expected_on::text collate "C" as at, c.expected_on as on_date,
        c.partnership_id, c.member_id, c.device_id, c.launch_id, c.figure_id, c.event_id, c.brand_id, c.id as claim_id
    from claim c where c.expected_on is not null;

create view timeline_entry as
    select t.*, t.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from partnership_date t
    union all
    select t.*, t.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from claim_date t where t.partnership_id is not null
    union all
    select t.*, m.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from member m join member_date t on t.member_id = m.id
    union all
    select t.*, c.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from collaboration c join device_date t on t.device_id = c.device_id
    union all
    select t.*, c.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from collaboration c join claim_date t on t.device_id = c.device_id
    union all
    select t.*, c.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from collaboration c join launch l on l.device_id = c.device_id join launch_date t on t.launch_id = l.id
    union all
    select t.*, o.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from (select distinct m.partnership_id, b.figure_id from member m join figure_brand b using (brand_id)) o
        join figure_date t on t.figure_id = o.figure_id
    union all
    select t.*, o.partnership_id as of_partnership_id, null::bigint as of_brand_id
    from (select partnership_id, event_id from event_partnership
          union select m.partnership_id, e.event_id from member m join event_brand e using (brand_id)) o
        join event_date t on t.event_id = o.event_id
    union all
    select t.*, null::bigint as of_partnership_id, t.brand_id as of_brand_id
    from claim_date t where t.brand_id is not null
    union all
    select t.*, null::bigint as of_partnership_id, m.brand_id as of_brand_id
    from member m join partnership_date t on t.partnership_id = m.partnership_id
    union all
    select t.*, null::bigint as of_partnership_id, m.brand_id as of_brand_id
    from member m join claim_date t on t.partnership_id = m.partnership_id
    union all
    select t.*, null::bigint as of_partnership_id, m.brand_id as of_brand_id
    from member m join member_date t on t.member_id = m.id
    union all
    select t.*, null::bigint as of_partnership_id, d.brand_id as of_brand_id
    from brand_device d join device_date t on t.device_id = d.device_id
    union all
    select t.*, null::bigint as of_partnership_id, d.brand_id as of_brand_id
    from brand_device d join claim_date t on t.device_id = d.device_id
    union all
    select t.*, null::bigint as of_partnership_id, d.brand_id as of_brand_id
    from brand_device d join launch l on l.device_id = d.device_id join launch_date t on t.launch_id = l.id
    union all
    select t.*, null::bigint as of_partnership_id, b.brand_id as of_brand_id
    from figure_brand b join figure_date t on t.figure_id = b.figure_id
    union all
    select t.*, null::bigint as of_partnership_id, o.brand_id as of_brand_id
    from (select brand_id, event_id from event_brand
          union select m.brand_id, e.event_id from member m join event_partnership e using (partnership_id)) o
        join event_date t on t.event_id = o.event_id;

-- The records that each citation supports, each once.
create view supported_subject as
    select min(id) as id, source_id, (case when alias_id is not null then 'Alias'
            when brand_id is not null then 'Brand'
            when citation_id is not null then 'Citation'
            when collaboration_id is not null then 'Collaboration'
            when contribution_id is not null then 'Contribution'
            when device_id is not null then 'Device'
            when event_id is not null then 'Event'
            when figure_id is not null then 'Figure'
            when launch_id is not null then 'Launch'
            when launch_price_id is not null then 'LaunchPrice'
            when market_id is not null then 'Market'
            when member_id is not null then 'Member'
            when ownership_id is not null then 'Ownership'
            when partnership_id is not null then 'Partnership'
            when speaker_id is not null then 'Speaker'
            when term_id is not null then 'Term'
            when territory_id is not null then 'Territory'
            when variant_id is not null then 'Variant' end) collate "C" as type,
        alias_id, brand_id, citation_id, collaboration_id, contribution_id, device_id, event_id, figure_id, launch_id, launch_price_id, market_id, member_id, ownership_id, partnership_id, speaker_id, term_id, territory_id, variant_id
    from claim
    where supports
    group by source_id, alias_id, brand_id, citation_id, collaboration_id, contribution_id, device_id, event_id, figure_id, launch_id, launch_price_id, market_id, member_id, ownership_id, partnership_id, speaker_id, term_id, territory_id, variant_id;

-- One revision for the whole catalogue, taken by each transaction that changes anything, when it commits. So writers wait for each
-- other only while they commit, and only after they have locked all that they change, and revisions are in the order of commits.
--
-- A constraint trigger can wait for the commit, but runs for each row, and not for TRUNCATE. So a statement that changes the
-- catalogue announces its transaction by one row, and the constraint trigger on that row takes the revision.

-- Which database this is: a copy, such as one that is restored from a dump, is another one, and a replica is not. A physical copy
-- has the identifier of its server, but CloudNativePG gives each cluster a name of its own.
create function database_identity() returns text language sql stable as $$
    select concat_ws('/', system_identifier, oid, current_setting('cluster_name'))
    from pg_control_system(), pg_database where datname = current_database()
$$;

create table catalogue (
    id          boolean not null default true,
    revision    bigint not null default 0,
    changed_by  xid8 not null default '0',
    changed_at  timestamptz,
    database    text collate "C" not null default database_identity(),
    constraint catalogue_pk primary key (id),
    constraint catalogue_is_one check (id),
    constraint catalogue_revision_is_not_negative check (revision >= 0)
);
insert into catalogue default values;

-- The mutations that were executed with an idempotency key, for a day. An empty issuer and subject are those of anonymous callers.
create table executed_mutation (
    issuer    text collate "C" not null,
    subject   text collate "C" not null,
    key       text collate "C" not null,
    field     integer not null,
    request   text collate "C" not null,
    revision  bigint not null,
    outcome   text[] collate "C" not null,
    at        timestamptz not null default now(),
    constraint executed_mutation_pk primary key (issuer, subject, key, field)
);
create index executed_mutation_at on executed_mutation (at);

create sequence change_number;

-- The number of a change is known at once, and its revision when it is committed: the log has both. The base is the revision that
-- was current when the change got its number: all changes with greater numbers have later revisions.
create unlogged table announced_change (
    transaction  xid8 not null default pg_current_xact_id(),
    change       bigint not null,
    tables       text[] collate "C" not null,
    announced    boolean not null default false,
    base         bigint not null,
    constraint announced_change_pk primary key (transaction)
);

-- A statement that changes no row takes a revision, too.
create function announce_change() returns trigger language plpgsql as $$
declare
    is_announced boolean;
begin
    select announced into is_announced from announced_change where transaction = pg_current_xact_id();
    if is_announced is null then
        perform current_change(null);
    end if;
    if is_announced is not true then
        update announced_change set announced = true where transaction = pg_current_xact_id();
    end if;
    return null;
end $$;

-- The log has a row for each revision, and an entry for each node that it changed. They are written when a revision is taken. A
-- node is changed as well by the rows that link it to others, such as event_brand. The history of a table has a row for each row
-- that a change of the catalogue has touched: its values before, if it existed. Each row of a table knows which change has written it;
-- 0 if none in the log has. The values after a change are those before the next one, or the current ones. So every row is written once,
-- and its value in any revision can be found: it is that before the first of its changes after that revision. The changes of one row
-- are numbered in the order of their commits, because each waits for the one before. That does not hold for different rows.

create type changed_node as (
    node  text,
    key   bigint,
    kind  text
);

-- The tables of the catalogue.
create function catalogue_tables() returns text[] language sql immutable parallel safe as $$
    select array['alias', 'brand', 'brand_device', 'citation', 'citation_basis', 'citation_payer', 'claim', 'collaboration',
        'contribution', 'device', 'effect', 'event', 'event_brand', 'event_partnership', 'figure', 'figure_brand', 'launch',
        'launch_price', 'market', 'market_parent', 'member', 'ownership', 'partnership', 'speaker', 'term', 'territory', 'variant']
$$;

-- The name of another schema of this catalogue.
create function schema_beside(name text) returns text language sql stable parallel safe as $$
    select case current_schema() when 'public' then name else current_schema() || '_' || name end
$$;

-- The tables of the log and of the histories are in a schema of their own, on which nobody but the owner needs to write.
create function history_schema() returns text language sql stable parallel safe as $$
    select schema_beside('history')
$$;

-- The views of the catalogue as of a revision are in another one, those of the current revision on a day in a third, and those as of a
-- revision on a day in a fourth.
create function asof_schema() returns text language sql stable parallel safe as $$
    select schema_beside('asof')
$$;

create function validon_schema() returns text language sql stable parallel safe as $$
    select schema_beside('validon')
$$;

create function asof_validon_schema() returns text language sql stable parallel safe as $$
    select schema_beside('asof_validon')
$$;

-- The number of this transaction's change. The argument is the table that it changes now; null if it changes no row. A client that
-- makes all constraints immediate has a revision before it changes more: then the change goes on, with all tables, because nobody
-- knows which ones it has changed before.
create function current_change(changed text) returns bigint language plpgsql as $$
declare
    this announced_change;
begin
    select * into this from announced_change where transaction = pg_current_xact_id();
    if not found then
        select l.change, l.base into this.change, this.base from catalogue c join log l on l.revision = c.revision
        where c.changed_by = pg_current_xact_id() and c.changed_at >= now();
        -- The revision is read before the number is taken.
        this.base := coalesce(this.base, (select revision from catalogue));
        insert into announced_change (change, tables, base)
        values (coalesce(this.change, nextval('change_number')),
                case when this.change is null then array_remove(array[changed], null) else catalogue_tables() end, this.base)
        returning * into this;
    elsif changed <> all (this.tables) then
        update announced_change set tables = tables || changed where transaction = pg_current_xact_id();
    end if;
    return this.change;
end $$;

-- The nodes that a change has changed in the end. The functions of the tables leave out, and forget, rows that are as before. Their
-- plans are kept from the time when a history was short: without the setting they would read all of it ever after.
create function changed_nodes(of_change bigint, tables text[]) returns changed_node[] language plpgsql
    set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
    changed text;
    nodes changed_node[] := '{}';
    more changed_node[];
begin
    foreach changed in array tables loop
        execute format('select array_agg(n) from net_changes_of_%s($1) n', changed) into more using of_change;
        nodes := nodes || more;
    end loop;
    return nodes;
end $$;

-- Until here nothing has locked the catalogue. The subject is the role of the database, unless a writer names another one.
create function take_revision() returns trigger language plpgsql as $$
declare
    nodes changed_node[];
    named text := nullif(current_setting('rangefinder.subject', true), '');
    taken bigint;
begin
    perform weigh_evidence();
    select changed_nodes(change, tables) into nodes from announced_change where transaction = new.transaction;
    update catalogue set revision = revision + 1, changed_by = new.transaction, changed_at = clock_timestamp()
    where (changed_by = new.transaction and changed_at >= now()) is not true returning revision into taken;
    if found then
        insert into log (revision, change, base, at, subject, issuer, operation)
        select taken, new.change, new.base, changed_at, coalesce(named, session_user),
            case when named is not null then nullif(current_setting('rangefinder.issuer', true), '') end,
            nullif(current_setting('rangefinder.operation', true), '')
        from catalogue;
    else
        select revision into taken from catalogue;
        delete from entry where id >= taken << 24;
    end if;
    perform log_entries(taken, nodes, coalesce(named, session_user));
    delete from announced_change where transaction = new.transaction;
    return null;
end $$;

create constraint trigger announced_change_takes_a_revision after update of announced on announced_change
    deferrable initially deferred for each row when (new.announced) execute function take_revision();

-- Locks the catalogue until the transaction ends. The evidence is weighed first: that locks rows, and nobody may wait for those while
-- holding the catalogue. It is called for each changed row of some tables, and whatever has been weighed would have to be skipped each
-- time, because it stays in the index until the transaction ends. So a setting tells that nothing has changed since.
create function lock_catalogue() returns void language plpgsql as $$
begin
    if current_setting('rangefinder.weighed', true) is distinct from pg_current_xact_id()::text then
        perform weigh_evidence();
    end if;
    perform from catalogue for update;
end $$;

-- The columns and triggers of all tables alike. Triggers of one statement run in the order of their names: a change is announced after
-- its subjects are marked, because the announcement weighs them at once if constraints are immediate.
do $$
declare
    changed text;
    marks record;
begin
    foreach changed in array catalogue_tables() loop
        execute format('alter table %I add written_by bigint not null default 0', changed);
        execute format('create trigger %1$s_was_changed after insert or update or delete or truncate on %1$s
                        for each statement execute function announce_change()', changed);
    end loop;
    for marks in
        select table_name, array_agg(subject) as subjects,
            format('case %s end, coalesce(%s)', string_agg(format('when c.%I is not null then %L', key, subject), ' '),
                   string_agg(format('c.%I', key), ', ')) as marked
        from (select name, name, 'id' from subjects() name
              union all
              select 'claim', name, name || '_id' from subjects() name
              union all
              values ('market_parent', 'market', 'child_id'), ('figure_brand', 'figure', 'figure_id'),
                  ('event_brand', 'event', 'event_id'), ('event_partnership', 'event', 'event_id')) m (table_name, subject, key)
        group by table_name
    loop
        -- The subject that each changed row is or refers to, before the change and after it. PostgreSQL keeps the plans of each function.
        execute format($create$
            create function mark_changes_of_%1$s() returns trigger language plpgsql as $body$
            begin
                perform set_config('rangefinder.weighed', '', true);
                case tg_op
                when 'INSERT' then
                    insert into changed_subject (subject, id)
                    select distinct %2$s from after c on conflict do nothing;
                when 'DELETE' then
                    insert into changed_subject (subject, id)
                    select distinct %2$s from before c on conflict do nothing;
                when 'UPDATE' then
                    insert into changed_subject (subject, id)
                    select distinct %2$s from (table before union all table after) c on conflict do nothing;
                when 'TRUNCATE' then
                    perform mark_all(%3$L);
                end case;
                return null;
            end $body$ $create$, marks.table_name, marks.marked, marks.subjects);
        execute format('create trigger %1$s_insert_is_weighed after insert on %1$s referencing new table as after
                        for each statement execute function mark_changes_of_%1$s()', marks.table_name);
        execute format('create trigger %1$s_update_is_weighed after update on %1$s
                        referencing old table as before new table as after
                        for each statement execute function mark_changes_of_%1$s()', marks.table_name);
        execute format('create trigger %1$s_delete_is_weighed after delete on %1$s referencing old table as before
                        for each statement execute function mark_changes_of_%1$s()', marks.table_name);
        execute format('create trigger %1$s_truncation_is_weighed after truncate on %1$s
                        for each statement execute function mark_changes_of_%1$s()', marks.table_name);
    end loop;
    for marks in values ('brand', 'slug'), ('device', 'slug'), ('partnership', 'slug'), ('market', 'code') loop
        execute format('create trigger %1$s_rename_is_weighed after update of %2$I on %1$s for each row
                        when (old.%2$I <> new.%2$I) execute function mark_claims_of_renamed(%2$L)', marks.column1, marks.column2);
    end loop;
end $$;

-- Nothing is its own ancestor, at whatever distance. Each statement is checked without a lock, and so are the changes of its
-- transaction; at the commit, which locks the catalogue anyway, it is checked against what others have committed meanwhile. What has no
-- children, as most rows, is nobody's ancestor.
do $$
declare
    relation record;
begin
    for relation in values ('market_parent', 'child_id', 'parent_id', 'market_parents', 'child_id, parent_id'),
            ('ownership', 'brand_id', 'owner_id', 'owners', 'brand_id, owner_id'),
            ('device', 'id', 'series_id', 'series', 'series_id'),
            ('partnership', 'id', 'succeeds_id', 'partnership_successions', 'succeeds_id'),
            ('citation_basis', 'citation_id', 'basis_id', 'citations', 'citation_id, basis_id') loop
        execute format($create$
            create function refuse_cycle_of_%4$s() returns trigger language plpgsql as $body$
            begin
                if tg_nargs > 0 then
                    perform lock_catalogue();
                end if;
                if exists (select from %1$s where %3$s = new.%2$s) and new.%2$s in (
                        with recursive ancestor (id) as (
                            select %3$s from %1$s where %2$s = new.%2$s
                            union
                            select p.id from ancestor a cross join lateral (
                                select %3$s as id from %1$s where %2$s = a.id and %3$s is not null
                                offset 0) p) -- so that an index finds each parent
                        select id from ancestor) then
                    raise exception using
                        errcode = 'check_violation',
                        constraint = '%4$s_form_no_cycle',
                        table = '%1$s',
                        message = format('%1$s %%s would be its own ancestor', new.%2$s);
                end if;
                return null;
            end $body$;
            create constraint trigger %4$s_form_no_cycle after insert or update of %5$s on %1$s
                for each row when (new.%3$s is not null) execute function refuse_cycle_of_%4$s();
            create constraint trigger %4$s_form_no_cycle_at_commit after insert or update of %5$s on %1$s
                deferrable initially deferred for each row when (new.%3$s is not null)
                execute function refuse_cycle_of_%4$s('at commit');
            $create$, relation.column1, relation.column2, relation.column3, relation.column4, relation.column5);
    end loop;
end $$;

-- The version of a record increases by one with each change of its own values, so that an editor notices the changes of others. What
-- triggers derive does not count. The links of a record are values of it: if a transaction changes only those, that counts as well.
create function derived_columns(of_table text) returns text[] language sql immutable parallel safe as $$
    select case of_table
        when 'citation' then '{}'
        when 'claim' then array['agrees', 'supports']
        when 'launch' then array['standing', 'citation_id', 'price_amount', 'price_currency', 'price_bound', 'price_on']
        else array['standing', 'citation_id'] end
$$;

-- What is copied from other rows is no change of a node, nor is its version, nor the change that has written it.
create function copied_columns() returns text[] language sql immutable as $$
    select array['released', 'version', 'written_by']
$$;

create function count_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;

create function count_version_of_linked() returns trigger language plpgsql as $$
begin
    execute format('update %1$I set version = version + 1
                    where id in (select %2$I from changed) and xmin <> pg_current_xact_id()::xid', tg_argv[0], tg_argv[1]);
    return null;
end $$;

do $$
declare
    counted record;
    event text;
begin
    for counted in
        select relname as name, string_agg(quote_ident(attname), ', ') as columns,
            string_agg(format('old.%I', attname), ', ') as before, string_agg(format('new.%I', attname), ', ') as after
        from pg_class c join pg_attribute on attrelid = c.oid
        where relnamespace = current_schema()::regnamespace and (relname = 'claim' or relname in (select subjects()))
            and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id'
            and attname <> all (derived_columns(relname) || copied_columns())
        group by relname
    loop
        execute format('create trigger %1$s_counts_its_versions before update of %2$s on %1$s for each row
                        when ((%3$s) is distinct from (%4$s)) execute function count_version()',
                       counted.name, counted.columns, counted.before, counted.after);
    end loop;
    for counted in values ('market_parent', 'market', 'child_id'), ('citation_basis', 'citation', 'citation_id'),
            ('citation_payer', 'citation', 'citation_id'), ('figure_brand', 'figure', 'figure_id'), ('event_brand', 'event', 'event_id'),
            ('event_partnership', 'event', 'event_id') loop
        foreach event in array array['insert', 'update', 'delete'] loop
            execute format('create trigger %1$s_%4$s_counts_a_version after %4$s on %1$s referencing %5$s table as changed
                            for each statement execute function count_version_of_linked(%2$L, %3$L)',
                           counted.column1, counted.column2, counted.column3, event, case event when 'delete' then 'old' else 'new' end);
        end loop;
    end loop;
end $$;

-- Whoever changes a table by SQL need not have its schema in the search path, nor any privilege on what triggers derive and log.
do $$
declare
    of_triggers text;
begin
    for of_triggers in select proname from pg_proc
                       where pronamespace = current_schema()::regnamespace and prorettype = 'trigger'::regtype loop
        execute format('alter function %s() security definer set search_path = %I, %I, pg_temp',
                       of_triggers, current_schema(), history_schema());
        execute format('revoke execute on function %s() from public', of_triggers);
    end loop;
end $$;

-- Each row tells which change has written it, also one that is as before. To set a search path for each row would take longer than all
-- else that the function does. Therefore it names the schema of each object and operator.
do $$
declare
    written text;
begin
    execute format('
        create function write_change() returns trigger language plpgsql security definer as $f$
        begin
            select a.change into new.written_by from %1$I.announced_change a
            where a.transaction operator(pg_catalog.=) pg_catalog.pg_current_xact_id();
            if not found then
                new.written_by := %1$I.current_change(tg_table_name);
            end if;
            return new;
        end $f$', current_schema());
    revoke execute on function write_change() from public;
    execute format('alter function current_change(text) set search_path = %I, %I, pg_temp', current_schema(), history_schema());
    foreach written in array catalogue_tables() loop
        execute format('create trigger %1$s_writes_its_change before insert or update on %1$s
                        for each row execute function write_change()', written);
    end loop;
end $$;

-- Takes a revision in a copy of the database, so that nobody mistakes its later states for those of the original. Returns whether
-- it is a copy. Whoever uses a database may call this: in one that is no copy, or is known to be one, it changes nothing.
create function recognize_copy() returns boolean language plpgsql security definer as $$
begin
    if pg_is_in_recovery() or (select database from catalogue) = database_identity() then
        return false;
    end if;
    update catalogue set database = database_identity() where database <> database_identity();
    if found then
        perform set_config('rangefinder.operation', 'restore', true);
        perform current_change(null);
        update announced_change set announced = true where transaction = pg_current_xact_id();
    end if;
    return found;
end $$;

do $$ begin
    execute format('alter function recognize_copy() set search_path = %I, %I, pg_temp', current_schema(), history_schema());
end $$;

-- Lets roles use what the owner of the tables has created: OWNER_service reads and changes the catalogue, OWNER_reader reads it, and
-- neither changes the log. Returns those that exist. A migration that adds tables changes catalogue_tables(), too.
create function grant_access() returns setof text language plpgsql as $$
declare
    owner text := (select pg_get_userbyid(relowner) from pg_class where oid = 'catalogue'::regclass);
    schemas text := format('%I, %I, %I, %I, %I', current_schema(), history_schema(), asof_schema(), validon_schema(), asof_validon_schema());
    granted text;
begin
    for granted in select rolname from pg_roles where rolname in (owner || '_reader', owner || '_service') order by 1 loop
        execute format('grant usage on schema %s to %I', schemas, granted);
        execute format('grant select on all tables in schema %s to %I', schemas, granted);
        if granted = owner || '_service' then
            -- Imports number new records before they store them.
            execute format('grant usage on all sequences in schema %I to %I', current_schema(), granted);
            execute format('grant insert, update, delete on %s to %I',
                           (select string_agg(quote_ident(name), ', ') from unnest(catalogue_tables() || array['executed_mutation']) name), granted);
            execute format('grant execute on function prune_history(interval, integer) to %I', granted);
        end if;
        return next granted;
    end loop;
end $$;

-- The log, its entries, and the history of each table. An entry has the number of its revision in its key: the keys of entries are
-- in the order of commits, and so are those of all entries of a node.
do $$
declare
    history text := history_schema();
    nodes text[] := array(select subjects() union select 'claim' order by 1);
begin
    if to_regnamespace(quote_ident(history)) is null then
        execute format('create schema %I', history);
    end if;
    execute format('
        create table %I.log (
            revision   bigint not null,
            change     bigint not null,
            base       bigint not null,
            at         timestamptz not null,
            subject    text collate "C" not null,
            issuer     text collate "C",
            operation  text collate "C",
            constraint log_pk primary key (revision),
            constraint log_change_is_of_one_revision unique (change)
        )', history);
    -- The oldest revision that can be read: nobody may read those before it, because they are deleted bit by bit. The greatest number
    -- of a change before it is needed to tell which changes follow a later revision.
    execute format('
        create table %I.horizon (
            oldest  bigint not null,
            change  bigint not null
        )', history);
    execute format('insert into %I.horizon values (0, 0)', history);
    execute format('
        create function oldest_revision() returns bigint language sql stable parallel safe as $f$
            select oldest from %I.horizon
        $f$', history);
    execute format('
        create table %I.entry (
            id       bigint not null,
            kind     text collate "C" not null,
            node     text collate "C" not null,
            subject  text collate "C" not null,
            %s,
            constraint entry_pk primary key (id),
            constraint entry_kind_is_known check (kind in (''CREATED'', ''REVISED'', ''REMOVED'')),
            constraint entry_is_about_one_node check (num_nonnulls(%s) = 1)
        )', history, (select string_agg(format('%I bigint', node || '_id'), ', ') from unnest(nodes) node),
        (select string_agg(quote_ident(node || '_id'), ', ') from unnest(nodes) node));
    execute format('create index entry_subject on %I.entry (subject, id)', history);
    execute format('create index log_at on %I.log (at, revision)', history);
    -- The revisions at which a change was in progress while others were committed.
    execute format('create index log_overlapping on %I.log using gist (int8range(base + 1, revision)) where revision > base + 1', history);
    execute (select string_agg(format('create index entry_%1$s on %2$I.entry (%3$I, id) where %3$I is not null',
                                      node, history, node || '_id'), '; ') from unnest(nodes) node);
    execute format('
        create view history_entry as
            select e.id, (e.id >> 24)::integer as revision, l.at, e.subject, l.issuer, l.operation, e.kind,
                replace(initcap(replace(e.node, ''_'', '' '')), '' '', '''') as type, coalesce(%s) as node_key, %s
            from %I.entry e left join %I.log l on l.revision = e.id >> 24
            where e.id >= oldest_revision() << 24',
        (select string_agg(format('e.%I', node || '_id'), ', ') from unnest(nodes) node),
        (select string_agg(format('e.%I', node || '_id'), ', ') from unnest(nodes) node), history, history);
    execute format('
        create function %I.log_entries(of_revision bigint, nodes changed_node[], of_subject text) returns void
        language plpgsql as $f$
        begin
            if cardinality(nodes) >= 1 << 24 then
                raise exception ''a transaction can change at most %% objects'', (1 << 24) - 1
                    using errcode = ''program_limit_exceeded'';
            end if;
            insert into %I.entry (id, kind, node, subject, %s)
            select (of_revision << 24) + row_number() over (order by n.node, n.key), n.kind,
                n.node, of_subject, %s
            from (select node, key, min(kind) as kind from unnest(nodes) group by node, key) n;
        end $f$', history, history,
        (select string_agg(quote_ident(node || '_id'), ', ') from unnest(nodes) node),
        (select string_agg(format('case n.node when %L then n.key end', node), ', ') from unnest(nodes) node));
end $$;

-- The tables that link a node to others, or belong to none, with the columns by which their rows are told apart: the first is that node.
create function link_tables() returns table (name text, key text[], node text, property text) language sql immutable as $$
    values ('brand_device', array['brand_id', 'device_id'], null, null),
        ('citation_basis', array['citation_id', 'basis_id'], 'citation', 'basedOn'),
        ('citation_payer', array['citation_id', 'brand_id'], 'citation', 'paidBy'),
        ('effect', array['claim_id', 'id'], 'claim', 'effects'),
        ('event_brand', array['event_id', 'brand_id'], 'event', 'brands'),
        ('event_partnership', array['event_id', 'partnership_id'], 'event', 'partnerships'),
        ('figure_brand', array['figure_id', 'brand_id'], 'figure', 'brands'),
        ('market_parent', array['child_id', 'parent_id'], 'market', 'parents')
$$;

-- What the histories need to know of each table: its key, and the node that a row is or belongs to. A link is a property of its
-- node.
create temporary table logged_table as
    select t.name, coalesce(l.key, array['id']) as key, case when l.name is null then t.name else l.node end as node, l.property,
        v.value, copied_columns() as copied,
        (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
         where a.attrelid = t.name::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from unnest(catalogue_tables()) t (name)
    left join link_tables() l using (name)
    left join (values
        ('citation_basis', '%1$I.name_of_citation(r.basis_id)'),
        ('citation_payer', '%1$I.name_of_brand(r.brand_id)'),
        ('effect', 'r.kind || '' '' || coalesce(%1$I.name_of_brand(r.brand_id), %1$I.name_of_device(r.device_id))'),
        ('event_brand', '%1$I.name_of_brand(r.brand_id)'),
        ('event_partnership', '%1$I.name_of_partnership(r.partnership_id)'),
        ('figure_brand', '%1$I.name_of_brand(r.brand_id)'),
        ('market_parent', '%1$I.name_of_market(r.parent_id)'))
        v (name, value) using (name);

-- The properties of nodes are named like the fields of the schema, and their values are texts as claims state them. A property of
-- several columns stands in the place of the first one. A column without a property is no field of the schema.
create temporary table logged_property as
    select t.name as node, a.attnum as place,
        case when o.attname is not null then o.property
            else lower(left(n.name, 1)) || substr(replace(initcap(replace(n.name, '_', ' ')), ' ', ''), 2) end as property,
        coalesce(o.value, case when f.referenced is not null then format('%%1$I.name_of_%s(r.%I)', f.referenced, a.attname)
            when a.attndims > 0 then format('nullif(array_to_string(r.%I, '', ''), '''')', a.attname)
            else format('r.%I::text', a.attname) end) as value,
        a.attname = any (derived_columns(t.name)) as derived
    from logged_table t
    join pg_attribute a on a.attrelid = t.name::regclass and a.attname = any (t.columns) and a.attname <> all (t.key || t.copied)
    left join lateral (
        select coalesce(min(c.confrelid::regclass::text), case a.attname when 'citation_id' then 'citation' end) as referenced
        from pg_constraint c where c.contype = 'f' and c.conrelid = a.attrelid and c.conkey[1] = a.attnum) f on true
    cross join lateral (select case when f.referenced is null then a.attname::text else left(a.attname, -3) end as name) n
    left join (
        values ('alias', 'brand_id', null, null), ('alias', 'device_id', null, null), ('ownership', 'brand_id', null, null),
            ('launch_price', 'device_id', null, null), ('launch_price', 'on_date', 'on', null), ('event', 'on_date', 'on', null),
            ('term', 'amount_from', 'amount',
                'nullif(concat_ws('' '', r.amount_from, case when r.amount_to_excluded then ''below''
                    when r.amount_to is not null then ''to'' end, r.amount_to, r.amount_currency), '''')'),
            ('term', 'amount_to', null, null), ('term', 'amount_to_excluded', null, null), ('term', 'amount_currency', null, null),
            ('term', 'converted_amount', 'converted', 'r.converted_amount || '' '' || r.converted_currency'),
            ('term', 'converted_currency', null, null),
            ('figure', 'converted_amount', 'converted', 'r.converted_amount || '' '' || r.converted_currency'),
            ('figure', 'converted_currency', null, null),
            ('launch', 'price_amount', 'price',
                'nullif(concat_ws('' '', nullif(r.price_bound, ''EXACT''), r.price_amount, r.price_currency), '''')'),
            ('launch', 'price_currency', null, null), ('launch', 'price_bound', null, null), ('launch', 'price_on', null, null),
            ('claim', 'source_id', 'citation', null), ('claim', 'spoken_by_id', 'speaker', null),
            ('claim', 'open_ended', 'effectsAreOpen', null),
            ('claim', 'alias_id', 'subject', (select 'coalesce(' || string_agg(format('%%1$I.global_id(%L, r.%I)', name, name || '_id'), ', ')
                                                     || ')' from subjects() name))
        union all
        select 'claim', name || '_id', null, null from subjects() name where name <> 'alias')
        o (node, attname, property, value) on o.node = t.name and o.attname = a.attname
    where t.node = t.name and (o.attname is null or o.property is not null);

-- The number of a row in the history is unique. Its primary key has the changes that wrote the row and that followed as well, so that
-- one index finds all versions of a row in their order, and that of a moment among them.
do $$
declare
    history text := history_schema();
    t record;
begin
    for t in select l.*, (select string_agg(quote_ident(k), ', ') from unnest(l.key) k) as of_key from logged_table l loop
        execute format('create table %I.%I as
                        select null::bigint as history_id, null::bigint as change, null::boolean as existed, %s
                        from %I.%I with no data',
                       history, t.name, (select string_agg(quote_ident(c), ', ') from unnest(t.columns) c), current_schema(), t.name);
        execute format('
            alter table %1$I.%2$I
                alter history_id set not null, alter change set not null, alter existed set not null, alter written_by set not null,
                add constraint %3$I primary key (%4$s, history_id, change, written_by),
                add constraint %5$I unique (change, %4$s)',
            history, t.name, t.name || '_pk', t.of_key, t.name || '_is_changed_once');
        execute format('alter table %I.%I alter history_id add generated always as identity', history, t.name);
        execute (
            select coalesce(string_agg(format('alter table %I.%I add %I %s %s generated always as (%s) stored', history, t.name, a.attname,
                                     format_type(a.atttypid, a.atttypmod), 'collate ' || a.attcollation::regcollation,
                                     pg_get_expr(d.adbin, d.adrelid)), '; '), '')
            from pg_attribute a join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
            where a.attrelid = t.name::regclass and a.attgenerated <> '');
    end loop;
    execute format('
        create function %I.global_id(node text, key bigint) returns text language sql immutable strict parallel safe as $f$
            select rtrim(translate(encode(convert_to(replace(initcap(replace($1, ''_'', '' '')), '' '', '''') || '':'' || $2, ''LATIN1''),
                                          ''base64''), ''+/'', ''-_''), ''='')
        $f$', history);
end $$;

-- Whether a change was committed after the moment that a session reads, if it reads none but the present. See open_moment.
create function follows_moment(change bigint) returns boolean language sql stable parallel safe as $$
    select coalesce(change > nullif(current_setting('rangefinder.latest_change', true), '')::bigint
                        or change = any (current_setting('rangefinder.overtaken_changes', true)::bigint[]), false)
$$;

-- The name of a node in claims, its last one if it has been removed. Nodes without one are named by their global ID. The table is not
-- qualified, because a session can read the nodes as of another moment.
do $$
declare
    history text := history_schema();
    t record;
begin
    for t in
        select s.name, (select a.attname from pg_attribute a
                        where a.attrelid = s.name::regclass and a.attname in ('slug', 'code', 'key')) as attname
        from subjects() s (name)
    loop
        if t.attname is null then
            execute format('create function %1$I.name_of_%2$s(key bigint) returns text language sql immutable strict parallel safe
                            as $f$ select %1$I.global_id(%2$L, $1) $f$', history, t.name);
        else
            execute format('
                create function %1$I.name_of_%2$s(key bigint) returns text language sql stable strict parallel safe as $f$
                    select coalesce((select t.%3$I::text from %2$I t where t.id = $1),
                                    (select h.%3$I::text from %1$I.%2$I h where h.id = $1 and h.existed and not follows_moment(h.change)
                                     order by h.history_id desc limit 1),
                                    %1$I.global_id(%2$L, $1))
                $f$', history, t.name, t.attname);
        end if;
    end loop;
end $$;

-- The functions of each table. Triggers write the history of rows that a transaction touches for the first time. Whether a row has
-- changed is known when the transaction commits. Triggers of one statement run in the order of their names: these run before all
-- that change more. Updates by foreign keys are logged later than what other triggers change because of the same statement. Therefore
-- a row that this change has written is never taken for the one before it. Before a truncation, the rows are still there.
do $$
declare
    catalogue text := current_schema();
    history text := history_schema();
    t record;
    of_key text;
    of_row text;
    joined text;
begin
    for t in select * from logged_table loop
        select string_agg(quote_ident(k), ', '), string_agg(format('t.%1$I = h.%1$I', k), ' and ') into of_key, joined from unnest(t.key) k;
        select string_agg(quote_ident(c), ', ') into of_row from unnest(t.columns) c;
        execute format('
            create function %1$I.log_changes_of_%2$s() returns trigger language plpgsql security definer
            set search_path = %3$I, %1$I, pg_temp as $f$
            declare
                this bigint;
            begin
                if tg_op = ''INSERT'' then
                    if not exists (select from after) then
                        return null;
                    end if;
                elsif tg_op <> ''TRUNCATE'' then
                    if not exists (select from before) then
                        return null;
                    end if;
                end if;
                this := current_change(tg_table_name);
                if tg_op = ''TRUNCATE'' then
                    insert into %1$I.%2$I (change, existed, %4$s) select this, true, %4$s from %3$I.%2$I t where t.written_by <> this
                    on conflict (change, %5$s) do nothing;
                end if;
                if tg_op in (''UPDATE'', ''DELETE'') then
                    insert into %1$I.%2$I (change, existed, %4$s) select this, true, %4$s from before t where t.written_by <> this
                    on conflict (change, %5$s) do nothing;
                end if;
                if tg_op in (''INSERT'', ''UPDATE'') then
                    insert into %1$I.%2$I (change, existed, %6$s) select this, false, %6$s from after t
                    on conflict (change, %5$s) do nothing;
                end if;
                return null;
            end $f$', history, t.name, catalogue, of_row, of_key,
            (select string_agg(quote_ident(k), ', ') from unnest(t.key || array['written_by']) k));
        execute format('revoke execute on function %I.log_changes_of_%s() from public', history, t.name);
        execute format('create trigger %1$s_change_by_insert_is_logged after insert on %1$s referencing new table as after
                        for each statement execute function %2$I.log_changes_of_%1$s()', t.name, history);
        execute format('create trigger %1$s_change_by_update_is_logged after update on %1$s
                        referencing old table as before new table as after
                        for each statement execute function %2$I.log_changes_of_%1$s()', t.name, history);
        execute format('create trigger %1$s_change_by_delete_is_logged after delete on %1$s referencing old table as before
                        for each statement execute function %2$I.log_changes_of_%1$s()', t.name, history);
        execute format('create trigger %1$s_change_by_truncation_is_logged before truncate on %1$s
                        for each statement execute function %2$I.log_changes_of_%1$s()', t.name, history);
        execute format('
            create function %1$I.net_changes_of_%2$s(of_change bigint) returns setof %3$I.changed_node language plpgsql as $f$
            begin
                return query
                with compared as materialized (
                    select h.ctid as place, %4$s, h.existed, t.%5$I is not null as still_exists,
                        (h.existed%6$s) is distinct from (t.%5$I is not null%7$s) as changed,
                        (h.existed%8$s) is distinct from (t.%5$I is not null%9$s) as shown
                    from %1$I.%2$I h left join %3$I.%2$I t on %10$s where h.change = of_change),
                forgotten as (
                    delete from %1$I.%2$I t using compared h where not h.changed and t.ctid = h.place)
                select %11$L::text, h.%5$I, %12$s from compared h where h.shown and %13$s;
            end $f$', history, t.name, catalogue,
            (select string_agg('h.' || quote_ident(k), ', ') from unnest(t.key) k), t.key[1],
            (select coalesce(string_agg(', h.' || quote_ident(c), ''), '') from unnest(t.columns) c where c <> all (t.key)),
            (select coalesce(string_agg(', t.' || quote_ident(c), ''), '') from unnest(t.columns) c where c <> all (t.key)),
            (select coalesce(string_agg(', h.' || quote_ident(c), ''), '') from unnest(t.columns) c where c <> all (t.key || t.copied)),
            (select coalesce(string_agg(', t.' || quote_ident(c), ''), '') from unnest(t.columns) c where c <> all (t.key || t.copied)),
            joined, t.node,
            case when t.node = t.name then 'case when not h.existed then ''CREATED'' when h.still_exists then ''REVISED'' else ''REMOVED'' end'
                else '''REVISED''' end,
            case when t.node is null then 'false' else 'true' end);
    end loop;
end $$;

-- What links a node to others before a revision.
do $$
declare
    history text := history_schema();
    t record;
begin
    for t in select l.*, (select string_agg(quote_ident(k), ', ') from unnest(l.key) k) as of_key from logged_table l
             where l.node <> l.name loop
        execute format('
            create function %1$I.%2$s_before(node bigint, revision bigint) returns text language sql stable as $f$
                select string_agg(%3$s, '', '' order by %3$s)
                from (select distinct on (%4$s) h.* from (
                          select h.history_id, h.existed, %5$s from %1$I.%2$I h join %1$I.log l on l.change = h.change
                          where h.%6$I = $1 and l.revision >= $2
                          union all
                          select 9223372036854775807, true, %7$s from %8$I.%2$I t where t.%6$I = $1) h
                      order by %4$s, h.history_id) r
                where r.existed
            $f$', history, t.name, format(t.value, history), t.of_key,
            (select string_agg('h.' || quote_ident(c), ', ') from unnest(t.columns) c), t.key[1],
            (select string_agg('t.' || quote_ident(c), ', ') from unnest(t.columns) c), current_schema());
    end loop;
end $$;

-- The properties of a node that differ between two states: those of its row, and those of its links. A state is given by the history
-- row that has it: null for the current row, 0 if there is none; and by the revision after it, for the links.
do $$
declare
    history text := history_schema();
    t record;
begin
    for t in select * from logged_table where node = name loop
        execute format('
            create function %2$I.differing_properties_of_%1$s(
                node bigint, earlier bigint, later bigint, earlier_until bigint, later_until bigint)
            returns table (name text, before text, after text, derived boolean) language plpgsql stable as $f$
            #variable_conflict use_column
            begin
                return query
                with state as (
                    select true as is_earlier, %3$s from %2$I.%1$I h where h.id = $1 and h.history_id = $2 and h.existed
                    union all
                    select true, %4$s from %5$I.%1$I t where t.id = $1 and $2 is null
                    union all
                    select false, %3$s from %2$I.%1$I h where h.id = $1 and h.history_id = $3 and h.existed
                    union all
                    select false, %4$s from %5$I.%1$I t where t.id = $1 and $3 is null),
                value as (
                    select r.is_earlier, v.* from state r, lateral (values %6$s) v (place, name, value, derived)
                    %7$s)
                select v.name, max(v.value) filter (where v.is_earlier), max(v.value) filter (where not v.is_earlier), v.derived
                from value v
                group by v.place, v.name, v.derived
                having max(v.value) filter (where v.is_earlier) is distinct from max(v.value) filter (where not v.is_earlier)
                order by v.place, v.name;
            end $f$', t.name, history,
            (select string_agg('h.' || quote_ident(c), ', ') from unnest(t.columns) c),
            (select string_agg('t.' || quote_ident(c), ', ') from unnest(t.columns) c), current_schema(),
            (select string_agg(format('(%s, %L, %s, %s)', p.place, p.property, format(p.value, history), p.derived::text), ', ' order by p.place)
             from logged_property p where p.node = t.name),
            (select string_agg(format(
                'union all select true, 1000, %1$L, %2$I.%3$s_before($1, $4), false where $2 is distinct from 0
                 union all select false, 1000, %1$L, %2$I.%3$s_before($1, $5), false where $3 is distinct from 0',
                l.property, history, l.name), ' ')
             from logged_table l where l.node = t.name and l.name <> l.node));
    end loop;
end $$;

-- The properties of a node that an entry of the log has changed. The values after the change are those before the next one of its row,
-- or the current ones.
do $$
declare
    history text := history_schema();
    t record;
begin
    for t in select * from logged_table where node = name loop
        execute format('
            create function %2$I.properties_of_%1$s(entry bigint, node bigint) returns table (name text, before text, after text)
            language plpgsql stable as $f$
            #variable_conflict use_column
            declare
                this bigint;
                next bigint;
            begin
                select h.history_id into this from %2$I.log l join %2$I.%1$I h on h.change = l.change
                where l.revision = $1 >> 24 and h.id = $2;
                select min(h.history_id) into next from %2$I.%1$I h where h.id = $2 and h.history_id > this;
                return query
                select p.name, p.before, p.after
                from %2$I.differing_properties_of_%1$s($2, this, next, $1 >> 24, ($1 >> 24) + 1) p;
            end $f$', t.name, history);
    end loop;
end $$;

-- The properties of a node whose values are not those of a version that editors have seen; null if that is none of its last 1 000
-- changes, or one from before the horizon. What is derived has no versions.
do $$
declare
    history text := history_schema();
    t record;
begin
    for t in select * from logged_table where node = name loop
        execute format('
            create function %2$I.properties_of_%1$s_changed_since(node bigint, version integer) returns text[]
            language plpgsql stable as $f$
            #variable_conflict use_column
            declare
                this bigint;
                since bigint;
            begin
                select h.history_id, coalesce(l.revision, 9223372036854775807) into this, since
                from (select * from %2$I.%1$I h where h.id = $1 order by h.history_id desc limit 1000) h
                left join %2$I.log l on l.change = h.change
                where h.existed and h.version = $2 order by h.history_id desc limit 1;
                if not found or since < oldest_revision() then
                    return null;
                end if;
                return array(
                    select p.name from %2$I.differing_properties_of_%1$s($1, this, null, since, 9223372036854775807) p
                    where not p.derived);
            end $f$', t.name, history);
    end loop;
end $$;

do $$
begin
    execute format('
        create function properties_changed_since(node text, key bigint, version integer) returns text[] language plpgsql stable
        set enable_seqscan = off as $f$
        declare
            changed text[];
        begin
            execute format(''select %1$I.properties_of_%%s_changed_since($1, $2)'', node) into changed using key, version;
            return changed;
        end $f$', history_schema());
end $$;

-- The table of the nodes of a type.
create function table_of(type text) returns text language sql immutable as $$
    select lower(regexp_replace(type, '(?<!^)([A-Z])', '_\1', 'g'))
$$;

do $$
begin
    execute format('
        create function entry_properties(entry bigint) returns table (name text, before text, after text) language plpgsql stable
        set enable_seqscan = off as $f$
        declare
            changed history_entry;
        begin
            select * into changed from history_entry h where h.id = $1;
            return query execute format(
                ''select * from %1$I.properties_of_%%s($1, $2)'', table_of(changed.type)) using entry, changed.node_key;
        end $f$', history_schema());
end $$;

drop table logged_property;
drop table logged_table;

-- Moves the horizon to the revision that was current as long ago as the history is kept, and deletes a number of rows before it. Whoever
-- reads has the horizon and the rows in one snapshot. Nobody waits: what is deleted, no transaction locks; of two that prune at once,
-- one does nothing, and returns no row. What is younger than a day is kept, whoever calls this.
do $$
declare
    history text := history_schema();
begin
    execute format('
        create function prune_history(keep interval, at_most integer, out oldest bigint, out deleted integer, out complete boolean)
        returns setof record language plpgsql strict security definer set search_path = %2$I, %1$I, pg_temp
        set enable_seqscan = off as $f$
        declare
            until timestamptz := clock_timestamp() - greatest(keep, interval ''1 day'');
            batch integer := least(greatest(at_most, 1), 10000);
            revisions bigint[];
            changes bigint[];
            more integer;
            pruned text;
        begin
            if not pg_try_advisory_xact_lock(hashtext(''rangefinder.prune'')) then
                return;
            end if;
            select h.oldest into oldest from horizon h;
            -- A revision is no longer current when the next one is committed.
            with next as (select l.revision, l.at from log l where l.revision > prune_history.oldest order by l.revision limit batch)
            select coalesce(max(n.revision), prune_history.oldest) into oldest from next n
            where not exists (select from next n2 where n2.revision <= n.revision and n2.at > until);
            update horizon h set oldest = prune_history.oldest,
                change = greatest(h.change, (select max(l.change) from log l
                                             where l.revision >= h.oldest and l.revision < prune_history.oldest))
            where h.oldest < prune_history.oldest;

            deleted := 0;
            select array_agg(l.revision), array_agg(l.change) into revisions, changes
            from (select * from log l where l.revision < prune_history.oldest order by l.revision limit batch) l;
            foreach pruned in array catalogue_tables() loop
                execute format(''delete from %1$I.%%1$I where ctid = any (array(
                                     select ctid from %1$I.%%1$I where change = any ($1) limit $2))'', pruned)
                using changes, batch - deleted;
                get diagnostics more = row_count;
                deleted := deleted + more;
            end loop;
            delete from entry where id = any (array(
                select e.id from entry e where e.id < (revisions[cardinality(revisions)] + 1) << 24 order by e.id limit batch - deleted));
            get diagnostics more = row_count;
            deleted := deleted + more;
            delete from log where revision = any (revisions[:batch - deleted]);
            get diagnostics more = row_count;
            deleted := deleted + more;
            complete := deleted < batch;
            return next;
        end $f$', history, current_schema());
    revoke execute on function prune_history(interval, integer) from public;
end $$;


-- Every relation, filter and order of the schema is served by one of these indexes, or by that of a constraint. The last day of a
-- partial date is compared through (date || '~'). Orders place missing dates last in both directions: in a descending order a
-- missing date is the empty text, before all dates; in an ascending one it is ~, after all of them, in the indexes named _last.

create index market_kind on market (kind, code);
create index market_name on market (name, id);
create index market_name_contains on market using gin (name gin_trgm_ops);
create index market_currency on market (currency, code);
create index market_parent_parent on market_parent (parent_id, child_id);

create index brand_home_market on brand (home_market_id, slug);
create index brand_makes on brand using gin (makes);
create index brand_name on brand (name, id);
create index brand_name_contains on brand using gin (name gin_trgm_ops);
create index brand_name_folded on brand (lower(name));
create index ownership_owner on ownership (owner_id, brand_id);

create index partnership_name on partnership (name, id);
create index partnership_name_contains on partnership using gin (name gin_trgm_ops);
create index partnership_signed_on on partnership (coalesce(signed_on, ''), id);
create index partnership_signed_on_last on partnership (coalesce(signed_on, '~'), id);
create index partnership_signed_until on partnership ((signed_on || '~'));
create index partnership_announced_on on partnership (coalesce(announced_on, ''), id);
create index partnership_announced_on_last on partnership (coalesce(announced_on, '~'), id);
create index partnership_announced_until on partnership ((announced_on || '~'));
create index partnership_started_on on partnership (coalesce(started_on, ''), id);
create index partnership_started_on_last on partnership (coalesce(started_on, '~'), id);
create index partnership_started_until on partnership ((started_on || '~'));
create index partnership_ended_on on partnership (coalesce(ended_on, ''), id);
create index partnership_ended_on_last on partnership (coalesce(ended_on, '~'), id);
create index partnership_ended_until on partnership ((ended_on || '~'));
create index partnership_ongoing on partnership (ongoing, slug);
create index partnership_product_brands on partnership using gin (product_brands);
create index partnership_lines on partnership using gin (lines);
create index partnership_succeeds on partnership (succeeds_id, slug);

create index member_brand on member (brand_id, partnership_id, role);
create index territory_market on territory (market_id, partnership_id);
create index term_partnership on term (partnership_id, id);
create index contribution_partnership on contribution (partnership_id, id);
create index contribution_brand on contribution (brand_id);

create index device_name on device (name, id);
create index device_name_contains on device using gin (name gin_trgm_ops);
create index device_chipset on device (chipset, id);
create index device_chipset_contains on device using gin (chipset gin_trgm_ops);
create index device_announced_on on device (coalesce(announced_on, ''), id);
create index device_announced_on_last on device (coalesce(announced_on, '~'), id);
create index device_announced_until on device ((announced_on || '~'));
create index device_released_on on device (coalesce(released_on, ''), id);
create index device_released_on_last on device (coalesce(released_on, '~'), id);
create index device_released_until on device ((released_on || '~'));
create index device_brand_released_on on device (brand_id, coalesce(released_on, ''), id);
create index device_brand_released_on_last on device (brand_id, coalesce(released_on, '~'), id);
create index device_brand_announced_on on device (brand_id, coalesce(announced_on, ''), id);
create index device_brand_announced_on_last on device (brand_id, coalesce(announced_on, '~'), id);
create index device_brand_slug on device (brand_id, slug);
create index device_series_slug on device (series_id, slug);
create index device_kind on device (kind, coalesce(released_on, ''), id);
create index device_status on device (status, coalesce(released_on, ''), id);
create index device_hardware_code on device (hardware_code, slug);
create index collaboration_partnership_released_on on collaboration (partnership_id, released, device_id);
create index collaboration_partnership_released_on_last on collaboration (partnership_id, coalesce(nullif(released, ''), '~'), device_id);
create index brand_device_released_on on brand_device (brand_id, released, device_id);
create index brand_device_released_on_last on brand_device (brand_id, coalesce(nullif(released, ''), '~'), device_id);
create index brand_device_device on brand_device (device_id, released);
create index collaboration_device on collaboration (device_id, partnership_id);
create index variant_device on variant (device_id, id);
create index variant_market on variant (market_id);
create index alias_brand on alias (brand_id, id) where brand_id is not null;
create index alias_device on alias (device_id, id) where device_id is not null;
create index alias_text on alias (text, id);
create index alias_text_contains on alias using gin (text gin_trgm_ops);

-- What filters ask of launches, and what leads from launches to devices and markets, is in every index that launches are scanned
-- by. So they are counted and tested without a look at their rows, of which each would be in another block.
create index launch_device on launch (device_id, coalesce(launched_on, '~'), id)
    include (market_id, launched_on, status);
create index launch_market_launched_on on launch (market_id, coalesce(launched_on, ''), id)
    include (device_id, launched_on, status);
create index launch_market_launched_on_last on launch (market_id, coalesce(launched_on, '~'), id)
    include (device_id, launched_on, status);
create index launch_market_announced_on on launch (market_id, coalesce(announced_on, ''), id);
create index launch_market_announced_on_last on launch (market_id, coalesce(announced_on, '~'), id);
create index launch_launched_on on launch (coalesce(launched_on, ''), id)
    include (device_id, market_id, launched_on, status);
create index launch_launched_on_last on launch (coalesce(launched_on, '~'), id)
    include (device_id, market_id, launched_on, status);
create index launch_status on launch (status, coalesce(launched_on, '~'), id)
    include (device_id, market_id, launched_on);
create index launch_launched_until on launch ((launched_on || '~'));
create index launch_announced_on on launch (coalesce(announced_on, ''), id);
create index launch_announced_on_last on launch (coalesce(announced_on, '~'), id);
create index launch_announced_until on launch ((announced_on || '~'));
create index launch_price_amount on launch (price_currency, price_amount);
create index launch_seller on launch (seller, id);
create index launch_seller_contains on launch using gin (seller gin_trgm_ops);
create index launch_price_launch on launch_price (launch_id, coalesce(on_date, ''), id);
create index launch_price_variant on launch_price (variant_id);

create index figure_market on figure (market_id, coalesce(period, ''), id);
create index figure_market_last on figure (market_id, coalesce(period, '~'), id);
create index figure_period on figure (coalesce(period, ''), id);
create index figure_period_last on figure (coalesce(period, '~'), id);
create index figure_period_starts_with on figure (period);
create index figure_measure on figure (measure, coalesce(period, '~'), id);
create index figure_unit on figure (unit, value);
create index figure_without_value on figure (value) where value is null;
create index figure_rank on figure (rank, rank_bound);
create index figure_analyst on figure (analyst, id);
create index figure_analyst_contains on figure using gin (analyst gin_trgm_ops);
create index figure_brand_brand on figure_brand (brand_id, figure_id);

create index event_name on event (name, id);
create index event_name_contains on event using gin (name gin_trgm_ops);
create index event_kind on event (kind, coalesce(on_date, '~'), id);
create index event_on on event (coalesce(on_date, ''), id);
create index event_on_last on event (coalesce(on_date, '~'), id);
create index event_on_until on event ((on_date || '~'));
create index event_market_slug on event (market_id, slug);
create index event_market on event (market_id, coalesce(on_date, ''), id);
create index event_market_last on event (market_id, coalesce(on_date, '~'), id);
create index event_brand_brand on event_brand (brand_id, event_id);
create index event_partnership_partnership on event_partnership (partnership_id, event_id);

create index citation_publisher on citation (publisher, id);
create index citation_publisher_contains on citation using gin (publisher gin_trgm_ops);
create index citation_author on citation (author, id);
create index citation_author_contains on citation using gin (author gin_trgm_ops);
create index citation_published_on on citation (coalesce(published_on, ''), id);
create index citation_published_on_last on citation (coalesce(published_on, '~'), id);
create index citation_published_until on citation ((published_on || '~'));
create index citation_title on citation (title, id);
create index citation_title_contains on citation using gin (title gin_trgm_ops);
create index citation_basis_basis on citation_basis (basis_id, citation_id);
create index citation_payer_brand on citation_payer (brand_id, citation_id);
create index speaker_name on speaker (name, id);
create index speaker_name_contains on speaker using gin (name gin_trgm_ops);
create index speaker_brand on speaker (brand_id, slug);

create index claim_source on claim (source_id, weight, id);
create index claim_source_added on claim (source_id, id);
create index claim_speaker on claim (spoken_by_id, weight, id);
create index claim_speaker_added on claim (spoken_by_id, id);
create index claim_weight on claim (weight, id);
create index claim_standing on claim (standing, weight, id);
create index claim_likelihood on claim (likelihood, weight, id);
create index claim_property on claim (property, id);
-- Claims are weighed by their property in the transaction that adds them: no scan may read a list of pending entries.
create index claim_property_contains on claim using gin (property gin_trgm_ops) with (fastupdate = off);
create index claim_foreseen on claim (weight, id) where foreseen;
create index claim_opposing on claim (weight, id) where not supports;
create index claim_disagreeing on claim (weight, id) where not agrees;
create index claim_expected_on on claim (coalesce(expected_on, ''), id);
create index claim_expected_until on claim ((expected_on || '~'));
create index effect_claim on effect (claim_id, id);
create index effect_brand on effect (brand_id, claim_id) where brand_id is not null;
create index effect_device on effect (device_id, claim_id) where device_id is not null;

do $$
declare
    subject text;
begin
    for subject in select subjects() loop
        execute format('create index claim_about_%1$s on claim (%2$I, weight, id) where %2$I is not null', subject, subject || '_id');
        execute format('create index claim_about_%1$s_added on claim (%2$I, id) where %2$I is not null', subject, subject || '_id');
    end loop;
    -- Records are ordered by none of these, but found by their standing.
    for subject in select subjects() except select 'citation' loop
        execute format('create index %1$s_standing on %1$I (standing, id)', subject);
    end loop;
end $$;
