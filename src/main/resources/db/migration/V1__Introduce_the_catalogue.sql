-- The catalogue of camera partnerships. Every constraint carries a name of its own, because that name is what a
-- refused change is reported by. Text that sorts or is compared by prefix has the C collation.

create extension if not exists pg_trgm;

-- A day, a month or a year: 2022-05-23, 2022-05 or 2022. In C collation a less precise date sorts before the more
-- precise ones inside it. The last day that it may mean is compared through (value || '~'), because ~ sorts after
-- every digit and after the hyphen.
create domain partial_date as text collate "C"
    constraint partial_date_is_a_calendar_date check (
        value ~ ('^([0-9]{4}(-(0[1-9]|1[0-2]))?'
                 '|[0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])'
                 '|[0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30)'
                 '|[0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8])'
                 '|([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$')
        and value >= '0001');

create domain slug as text collate "C"
    constraint slug_is_lower_case_words check (value ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(value) <= 100);

create domain currency as text collate "C"
    constraint currency_is_an_iso_4217_code check (value ~ '^[A-Z]{3}$');

create domain standing as text collate "C"
    constraint standing_is_known check (value in ('CONFIRMED', 'REPORTED', 'RUMOURED', 'DISPUTED', 'RETRACTED'));

-- Evidence: the documents that everything is cited from.

create table citation (
    id              bigint generated always as identity,
    key             text collate "C" not null,
    document        text not null,
    title           text collate "C",
    publisher       text collate "C",
    author          text collate "C",
    origin          text,
    published_on    partial_date,
    page_dated_on   partial_date,
    written_before  partial_date,
    constraint citation_pk primary key (id),
    constraint citation_key_is_unique unique (key),
    constraint citation_key_is_a_word check (key ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$')
);

-- Markets: countries and the regions that they lie in.

create table market (
    id         bigint generated always as identity,
    code       text collate "C" not null,
    name       text collate "C" not null,
    kind       text collate "C" not null,
    parent_id  bigint,
    constraint market_pk primary key (id),
    constraint market_code_is_unique unique (code),
    constraint market_parent_exists foreign key (parent_id) references market,
    constraint market_kind_is_known check (kind in ('COUNTRY', 'REGION')),
    constraint market_code_fits_its_kind check (code ~ case kind when 'COUNTRY' then '^[A-Z]{2}$' else '^[0-9]{3}$' end),
    constraint market_name_is_not_blank check (name ~ '\S')
);

-- Brands: those who make camera optics and those who make handsets.

create table brand (
    id              bigint generated always as identity,
    slug            slug not null,
    name            text collate "C" not null,
    makes           text collate "C" not null,
    home_market_id  bigint,
    parent_id       bigint,
    standing        standing not null,
    citation_id     bigint,
    constraint brand_pk primary key (id),
    constraint brand_slug_is_unique unique (slug),
    constraint brand_home_market_exists foreign key (home_market_id) references market,
    constraint brand_parent_exists foreign key (parent_id) references brand,
    constraint brand_citation_exists foreign key (citation_id) references citation,
    constraint brand_makes_is_known check (makes in ('CAMERA_OPTICS', 'HANDSETS')),
    constraint brand_name_is_not_blank check (name ~ '\S'),
    constraint brand_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

-- Partnerships. Whether one is active is derived from its dates and never stored.

create table partnership (
    id             bigint generated always as identity,
    slug           slug not null,
    name           text collate "C" not null,
    announced_on   partial_date,
    started_on     partial_date,
    ended_on       partial_date,
    product_brand  text collate "C",
    line           text collate "C",
    standing       standing not null,
    citation_id    bigint,
    constraint partnership_pk primary key (id),
    constraint partnership_slug_is_unique unique (slug),
    constraint partnership_citation_exists foreign key (citation_id) references citation,
    constraint partnership_name_is_not_blank check (name ~ '\S'),
    constraint partnership_ends_after_its_start check (ended_on || '~' >= started_on),
    constraint partnership_ends_after_its_announcement check (ended_on || '~' >= announced_on),
    constraint partnership_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

create table member (
    id              bigint generated always as identity,
    partnership_id  bigint not null,
    brand_id        bigint not null,
    role            text collate "C" not null,
    constraint member_pk primary key (id),
    constraint member_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint member_brand_exists foreign key (brand_id) references brand,
    constraint member_role_is_known check (role in ('HANDSET_MAKER', 'OPTICS_PARTNER')),
    constraint member_has_its_role_alone unique (partnership_id, role),
    constraint member_is_a_member_once unique (partnership_id, brand_id)
);

create table territory (
    id              bigint generated always as identity,
    partnership_id  bigint not null,
    market_id       bigint not null,
    included        boolean not null,
    exclusive       boolean,
    standing        standing not null,
    citation_id     bigint,
    constraint territory_pk primary key (id),
    constraint territory_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint territory_market_exists foreign key (market_id) references market,
    constraint territory_citation_exists foreign key (citation_id) references citation,
    constraint territory_is_named_once unique (partnership_id, market_id),
    constraint territory_excluded_is_not_exclusive check (included or exclusive is null),
    constraint territory_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

create table term (
    id                  bigint generated always as identity,
    partnership_id      bigint not null,
    kind                text collate "C" not null,
    statement           text,
    number              integer,
    approximate         boolean not null default false,
    decided_by          text collate "C",
    amount_from         numeric,
    amount_to           numeric,
    amount_currency     currency,
    converted_amount    numeric,
    converted_currency  currency,
    standing            standing not null,
    citation_id         bigint,
    constraint term_pk primary key (id),
    constraint term_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint term_citation_exists foreign key (citation_id) references citation,
    constraint term_kind_is_known check (kind in ('LICENCE_FEE_PER_HANDSET', 'PRICE_MADE_POSSIBLE', 'PEOPLE_AT_OPTICS_PARTNER',
        'LAST_WORD_ON_IMAGE_QUALITY', 'CHOICE_OF_HARDWARE', 'NATURE_OF_AGREEMENT', 'SUCCESSOR')),
    constraint term_decider_is_known check (decided_by in ('OPTICS_PARTNER', 'HANDSET_MAKER', 'BOTH')),
    constraint term_says_something check (num_nonnulls(statement, number, decided_by, amount_from, amount_to) > 0),
    constraint term_amount_has_a_currency check ((num_nonnulls(amount_from, amount_to) > 0) = (amount_currency is not null)),
    constraint term_amount_is_a_range check (amount_from <= amount_to),
    constraint term_conversion_has_a_currency check ((converted_amount is null) = (converted_currency is null)),
    constraint term_numbers_are_not_negative check (least(number, amount_from, amount_to, converted_amount) >= 0),
    constraint term_is_stated_once unique (partnership_id, kind, citation_id),
    constraint term_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

-- Devices: models, and the series that they belong to.

create table device (
    id              bigint generated always as identity,
    slug            slug not null,
    name            text collate "C" not null,
    kind            text collate "C" not null,
    series_id       bigint,
    series_kind     text collate "C" generated always as (case when series_id is not null then 'SERIES' end) stored,
    brand_id        bigint not null,
    partnership_id  bigint,
    released_on     partial_date,
    chipset         text collate "C",
    standing        standing not null,
    citation_id     bigint,
    constraint device_pk primary key (id),
    constraint device_slug_is_unique unique (slug),
    constraint device_kind_is_unambiguous unique (id, kind),
    constraint device_series_is_a_series foreign key (series_id, series_kind) references device (id, kind),
    constraint device_brand_exists foreign key (brand_id) references brand,
    constraint device_partnership_exists foreign key (partnership_id) references partnership,
    constraint device_citation_exists foreign key (citation_id) references citation,
    constraint device_kind_is_known check (kind in ('MODEL', 'SERIES')),
    constraint device_only_a_model_is_in_a_series check (kind = 'MODEL' or series_id is null),
    constraint device_name_is_not_blank check (name ~ '\S'),
    constraint device_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

-- Launches: a device comes to a market, or does not.

create table launch (
    id              bigint generated always as identity,
    device_id       bigint not null,
    market_id       bigint not null,
    launched_on     partial_date,
    status          text collate "C" not null,
    price_amount    numeric,
    price_currency  currency,
    price_bound     text collate "C",
    standing        standing not null,
    citation_id     bigint,
    constraint launch_pk primary key (id),
    constraint launch_device_exists foreign key (device_id) references device on delete cascade,
    constraint launch_market_exists foreign key (market_id) references market,
    constraint launch_citation_exists foreign key (citation_id) references citation,
    constraint launch_happens_once unique (device_id, market_id),
    constraint launch_status_is_known check (status in ('ANNOUNCED', 'LAUNCHED', 'NOT_LAUNCHED', 'WITHDRAWN')),
    constraint launch_that_did_not_happen_has_no_date check (status <> 'NOT_LAUNCHED' or launched_on is null),
    constraint launch_price_has_a_currency check ((price_amount is null) = (price_currency is null)),
    constraint launch_price_has_a_bound check ((price_amount is null) = (price_bound is null)),
    constraint launch_price_bound_is_known check (price_bound in ('EXACT', 'BELOW', 'FROM')),
    constraint launch_price_is_not_negative check (price_amount >= 0),
    constraint launch_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

-- Figures: an analyst's number for one or more brands, in a market, over a period.

create table figure (
    id                  bigint generated always as identity,
    market_id           bigint not null,
    period              text collate "C" not null,
    measure             text collate "C" not null,
    value               numeric,
    unit                text collate "C" not null,
    converted_amount    numeric,
    converted_currency  currency,
    change_on_year      numeric,
    rank                integer,
    peak                boolean not null default false,
    analyst             text collate "C",
    standing            standing not null,
    citation_id         bigint,
    constraint figure_pk primary key (id),
    constraint figure_market_exists foreign key (market_id) references market,
    constraint figure_citation_exists foreign key (citation_id) references citation,
    constraint figure_period_is_a_year_or_quarter check (period ~ '^[0-9]{4}(-Q[1-4])?$'),
    constraint figure_measure_is_known check (measure in ('SHIPMENTS', 'SMARTPHONE_REVENUE', 'MARKET_SHARE')),
    constraint figure_unit_fits_its_measure check (case measure when 'SHIPMENTS' then unit = 'UNITS'
        when 'MARKET_SHARE' then unit = 'PERCENT' else unit ~ '^[A-Z]{3}$' end),
    constraint figure_says_something check (num_nonnulls(value, change_on_year, rank) > 0),
    constraint figure_conversion_has_a_currency check ((converted_amount is null) = (converted_currency is null)),
    constraint figure_numbers_are_not_negative check (least(value, converted_amount) >= 0 and rank > 0),
    constraint figure_share_is_at_most_all check (measure <> 'MARKET_SHARE' or value <= 100),
    constraint figure_is_cited check (standing not in ('CONFIRMED', 'REPORTED') or citation_id is not null)
);

create table figure_brand (
    figure_id  bigint not null,
    brand_id   bigint not null,
    constraint figure_brand_pk primary key (figure_id, brand_id),
    constraint figure_brand_figure_exists foreign key (figure_id) references figure on delete cascade,
    constraint figure_brand_brand_exists foreign key (brand_id) references brand
);

-- Claims: a citation says something about one subject, as a whole or about one of its properties.

create table claim (
    id              bigint generated always as identity,
    citation_id     bigint not null,
    standing        standing not null,
    property        text collate "C",
    value           text,
    expectation     text collate "C",
    remark          text,
    brand_id        bigint,
    partnership_id  bigint,
    device_id       bigint,
    market_id       bigint,
    launch_id       bigint,
    figure_id       bigint,
    constraint claim_pk primary key (id),
    constraint claim_citation_exists foreign key (citation_id) references citation,
    constraint claim_brand_exists foreign key (brand_id) references brand on delete cascade,
    constraint claim_partnership_exists foreign key (partnership_id) references partnership on delete cascade,
    constraint claim_device_exists foreign key (device_id) references device on delete cascade,
    constraint claim_market_exists foreign key (market_id) references market on delete cascade,
    constraint claim_launch_exists foreign key (launch_id) references launch on delete cascade,
    constraint claim_figure_exists foreign key (figure_id) references figure on delete cascade,
    constraint claim_has_one_subject
        check (num_nonnulls(brand_id, partnership_id, device_id, market_id, launch_id, figure_id) = 1),
    constraint claim_property_is_a_name check (property ~ '^[a-z][A-Za-z]*$'),
    constraint claim_expectation_is_known check (expectation in ('WILL_HAPPEN', 'WILL_NOT_HAPPEN')),
    constraint claim_value_needs_a_property check (property is not null or num_nonnulls(value, expectation) = 0),
    constraint claim_states_or_expects check (num_nonnulls(value, expectation) <= 1)
);

create table claim_device (
    claim_id   bigint not null,
    device_id  bigint not null,
    constraint claim_device_pk primary key (claim_id, device_id),
    constraint claim_device_claim_exists foreign key (claim_id) references claim on delete cascade,
    constraint claim_device_device_exists foreign key (device_id) references device on delete cascade
);
