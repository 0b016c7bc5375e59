-- The same catalogue in the form that the peers read, derived from Rangefinder's tables (schema public). Every foreign key
-- is the leading column of an index; every slug and code is unique. A date is its first day; an unknown one is in the year 1, which
-- is last in descending orders, like a missing date in Rangefinder.
\set ON_ERROR_STOP on
create function first_day(partial text) returns date language sql immutable as $$
  select coalesce(left(partial || '-01-01', 10), '0001-01-01')::date
$$;

create table market (
  id      bigint primary key,
  code    text not null unique,
  name    text not null,
  region  text
);

create table brand (
  id           bigint primary key,
  slug         text not null unique,
  name         text not null,
  country_code char(2),
  parent_id    bigint references brand (id)
);
create index brand_parent_id_idx on brand (parent_id);

create table partnership (
  id           bigint primary key,
  slug         text not null unique,
  name         text not null,
  status       text not null check (status in ('ANNOUNCED','ACTIVE','ENDED')),
  announced_on date not null,
  started_on   date,
  ended_on     date,
  exclusivity  text not null check (exclusivity in ('NONE','REGIONAL','GLOBAL')),
  summary      text
);

create table partnership_brand (
  partnership_id bigint not null references partnership (id),
  brand_id       bigint not null references brand (id),
  role           text not null check (role in ('HANDSET_MAKER','IMAGING_PARTNER')),
  primary key (partnership_id, brand_id, role)
);
create index partnership_brand_brand_id_idx on partnership_brand (brand_id, partnership_id);

create table device (
  id             bigint primary key,
  slug           text not null unique,
  name           text not null,
  brand_id       bigint not null references brand (id),
  partnership_id bigint references partnership (id),
  announced_on   date not null,
  chipset        text
);
create index device_brand_id_idx       on device (brand_id);
create index device_partnership_id_idx on device (partnership_id, announced_on, id);
create index device_announced_on_idx   on device (announced_on, id);

create table market_launch (
  id             bigint primary key,
  device_id      bigint not null references device (id),
  market_id      bigint not null references market (id),
  launched_on    date not null,
  price_amount   numeric(10,2),
  price_currency char(3),
  status         text not null check (status in ('ANNOUNCED','LAUNCHED','WITHDRAWN')),
  seller         text,
  unique (device_id, market_id, seller)
);
create index market_launch_device_id_idx on market_launch (device_id, launched_on, id);
create index market_launch_market_id_idx on market_launch (market_id, launched_on, id);

-- A country can lie in several regions, and a brand can have had several owners; the peers have the nearest and the present one.
insert into market (id, code, name, region)
select m.id, m.code, m.name, r.name
from public.market m
left join public.market r on r.id = (select max(parent_id) from public.market_parent where child_id = m.id)
where m.kind = 'COUNTRY';

insert into brand (id, slug, name, country_code, parent_id)
select b.id, b.slug, b.name, m.code, o.owner_id
from public.brand b
left join public.market m on m.id = b.home_market_id
left join public.ownership o on o.brand_id = b.id and o.until is null;

insert into partnership (id, slug, name, status, announced_on, started_on, ended_on, exclusivity, summary)
select p.id, p.slug, p.name,
       case when ended_on is not null then 'ENDED' when started_on is not null then 'ACTIVE' else 'ANNOUNCED' end,
       first_day(announced_on), started_on::date, ended_on::date, 'NONE', 'Agreement ' || p.id
from public.partnership p;

insert into partnership_brand (partnership_id, brand_id, role) select partnership_id, brand_id, role from public.member;

insert into device (id, slug, name, brand_id, partnership_id, announced_on, chipset)
select d.id, d.slug, d.name, d.brand_id, c.partnership_id, first_day(d.released_on), d.chipset
from public.device d left join public.collaboration c on c.device_id = d.id order by d.id;

insert into market_launch (id, device_id, market_id, launched_on, price_amount, price_currency, status, seller)
select id, device_id, market_id, first_day(launched_on), price_amount, price_currency, status, seller from public.launch order by id;
