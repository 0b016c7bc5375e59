-- Generates a catalogue of any size, the same on every run. It fills an empty, migrated database in one transaction:
--
--     begin;
--     set local generate.devices = 100000;  set local generate.brands = 2000;  set local generate.partnerships = 5000;
--     set local generate.markets = 200;     set local generate.launches = 1000000;
--     \i generate.sql
--     commit;
--
-- Keys are explicit, so that a statement can refer to rows of another one. No trigger runs, so that this is fast: nothing is
-- weighed, foreign keys are not checked, and the columns that triggers derive are set here. Only a superuser can have it so.

set local session_replication_role = replica;
set local synchronous_commit = off;
set local max_parallel_workers_per_gather = 0;

-- A number from 0 (inclusive) to 1 (exclusive) that depends only on its two arguments.
create function pg_temp.draw(n bigint, salt bigint) returns double precision language sql immutable parallel safe as $$
    select (((n * 2654435761 + salt * 40503) # ((n + salt) * 97531 >> 5)) & 1048575)::double precision / 1048576
$$;

create function pg_temp.size(name text) returns bigint language sql stable as $$
    select current_setting('generate.' || name)::bigint
$$;


create function pg_temp.partnership_of_device(n bigint) returns bigint language sql stable as $$
    select case when pg_temp.draw(n, 34) < 0.9
                then 1 + floor(power(pg_temp.draw(n, 35), 1.3) * pg_temp.size('partnerships'))::bigint end
$$;

insert into citation (id, key, document, title, publisher, author, published_on, language) overriding system value
select n, 'G' || n, 'generated-' || n || '.txt', 'Generated document ' || n, 'Publisher ' || n % 97, 'Author ' || n % 89,
       to_char(date '2012-01-01' + (n % 5000)::int, 'YYYY-MM-DD'), 'en'
from generate_series(1, pg_temp.size('brands')) n;

insert into citation_basis (citation_id, basis_id) select n, n - 1 from generate_series(10, pg_temp.size('brands'), 10) n;

insert into citation_payer (citation_id, brand_id) select n, n from generate_series(15, pg_temp.size('brands'), 15) n;

insert into market (id, code, name, kind, citation_id) overriding system value
values (1, '001', 'World', 'REGION', 1), (2, '150', 'Europe', 'REGION', 1), (3, '142', 'Asia', 'REGION', 1),
       (4, '019', 'Americas', 'REGION', 1);

-- Twenty real countries, then generated codes in alphabetical order.
insert into market (id, code, name, kind, currency, citation_id) overriding system value
select 4 + n, code, 'Market ' || n, 'COUNTRY', (array['EUR', 'USD', 'GBP', 'JPY', 'CNY', 'INR'])[1 + n % 6], 1
from (select code, row_number() over (order by known nulls last, code) n
      from (select chr(65 + i / 26) || chr(65 + i % 26) code from generate_series(0, 675) i) codes
      left join unnest(array['DE', 'FR', 'GB', 'US', 'JP', 'CN', 'IN', 'BR', 'IT', 'ES', 'KR', 'TW', 'AE', 'SA', 'ZA', 'MX',
                             'CA', 'AU', 'SE', 'PL']) with ordinality k (known_code, known) on known_code = code) numbered
where n <= pg_temp.size('markets');

-- One in twenty countries lies in two regions.
insert into market_parent (child_id, parent_id)
select id, 1 from market where id between 2 and 4
union all
select id, 2 + (id - 4) % 3 from market where kind = 'COUNTRY'
union all
select id, 1 from market where kind = 'COUNTRY' and id % 20 = 0;

-- The first six in ten brands make handsets, the others cameras or optics.
insert into brand (id, slug, name, makes, home_market_id, citation_id) overriding system value
select n, 'brand-' || lpad(n::text, 5, '0'),
       (array['Auro', 'Nova', 'Leika', 'Zenit', 'Hasel', 'Orion', 'Vivo', 'Lumen', 'Pixa', 'Sonor', 'Mira', 'Kino'])
           [1 + floor(pg_temp.draw(n, 1) * 12)::int] || ' '
           || (array['Mobile', 'Optics', 'Imaging', 'Devices', 'Labs', 'Works'])[1 + floor(pg_temp.draw(n, 2) * 6)::int] || ' ' || n,
       case when n <= pg_temp.size('brands') * 6 / 10 then array['HANDSETS'] when n % 3 = 0 then array['OPTICS']
            else array['CAMERAS', 'OPTICS'] end,
       5 + floor(pg_temp.draw(n, 3) * 8)::int,
       1
from generate_series(1, pg_temp.size('brands')) n;

-- One brand in ten belongs to another one, and some belonged to a third one before.
insert into ownership (brand_id, owner_id, since, until, citation_id)
select n, owner, (2000 + n % 20)::text, null, 1 from (select n, 1 + floor(pg_temp.draw(n, 4) * 20)::int owner
                                               from generate_series(30, pg_temp.size('brands'), 10) n) current
union all
select n, 1 + (floor(pg_temp.draw(n, 4) * 20)::int + 7) % 20, null, (2000 + n % 20)::text, 1
from generate_series(30, pg_temp.size('brands'), 30) n;

insert into speaker (id, slug, name, role, brand_id, citation_id) overriding system value
select n, 'speaker-' || lpad(n::text, 5, '0'), 'Speaker ' || n, 'Head of imaging', case when n % 4 > 0 then n end, 1
from generate_series(1, pg_temp.size('brands') / 10) n;

insert into partnership (id, slug, name, signed_on, announced_on, started_on, ended_on, ongoing, product_brands, lines, succeeds_id,
                         citation_id)
    overriding system value
select n, 'partnership-' || lpad(n::text, 6, '0'),
       'Co-engineering ' || n || ' '
           || (array['Summilux', 'Apo', 'Planar', 'Tessar', 'Noctilux', 'Sonnar'])[1 + floor(pg_temp.draw(n, 11) * 6)::int],
       case when stage >= 0.15 and n % 5 = 0 then to_char(announced, 'YYYY-MM-DD') end,
       to_char(announced, 'YYYY-MM-DD'),
       case when stage >= 0.15 then to_char(announced + 60, 'YYYY-MM-DD') end,
       case when stage >= 0.75 then to_char(announced + 1500, 'YYYY-MM-DD') end,
       case when stage between 0.15 and 0.74 and n % 7 = 0 then true end,
       case when n % 3 = 0 then array['Product ' || n % 97] else '{}' end,
       case when n % 4 = 0 then array['Line ' || n % 89] else '{}' end,
       case when n % 10 = 0 then n - 1 end,
       1
from (select n, pg_temp.draw(n, 12) stage, date '2012-01-01' + floor(pg_temp.draw(n, 13) * 4700)::int announced
      from generate_series(1, pg_temp.size('partnerships')) n) p;

insert into member (partnership_id, brand_id, role, citation_id)
select n, 1 + floor(power(pg_temp.draw(n, 21), 1.2) * (pg_temp.size('brands') * 6 / 10))::int, 'HANDSET_MAKER', 1
from generate_series(1, pg_temp.size('partnerships')) n;

insert into member (partnership_id, brand_id, role, citation_id)
select n, pg_temp.size('brands') * 6 / 10 + 1
          + floor(power(pg_temp.draw(n, 22), 1.2) * (pg_temp.size('brands') * 4 / 10))::int, 'IMAGING_PARTNER', 1
from generate_series(1, pg_temp.size('partnerships')) n;

insert into territory (partnership_id, market_id, included, exclusive, citation_id)
select n, 1, true, n % 2 = 0, 1 from generate_series(1, pg_temp.size('partnerships')) n
union all
select n, 5 + n % pg_temp.size('markets'), false, null, 1
from generate_series(1, pg_temp.size('partnerships')) n where n % 3 = 0;

insert into term (partnership_id, kind, number, approximate, citation_id)
select n, 'PEOPLE', 10 * n, true, 1 from generate_series(1, pg_temp.size('partnerships'), 10) n;

insert into contribution (partnership_id, brand_id, kind, citation_id)
select partnership_id, brand_id, 'LENS', 1 from member where role = 'IMAGING_PARTNER' and partnership_id % 10 = 0;

-- Nine in ten devices belong to a partnership, more of them to early ones; the brand is then its handset maker. One device in fifty
-- is a series of the next ones, and every other series is part of the one before it. Two devices in twenty share their hardware.
insert into device (id, slug, name, kind, series_id, brand_id, announced_on, released_on, released, status, chipset, hardware_code, citation_id)
    overriding system value
select d.n, 'device-' || lpad(d.n::text, 7, '0'),
       (array['X', 'Mate', 'Find', 'Mi', 'Xperia', 'Edge', 'Nova'])[1 + d.n % 7] || ' ' || d.n
           || (array[' Pro', ' Ultra', ' Lite', ' Plus', ''])[1 + d.n % 5],
       case when d.n % 50 = 0 then 'SERIES' else 'MODEL' end,
       case when d.n > 50 and d.n % 50 between 1 and 5 then d.n - d.n % 50 when d.n % 100 = 0 then d.n - 50 end,
       coalesce(m.brand_id, 1 + floor(pg_temp.draw(d.n, 31) * (pg_temp.size('brands') * 6 / 10))::int),
       case when d.n % 2 = 0 then to_char(released - 14, 'YYYY-MM-DD') end,
       to_char(released, 'YYYY-MM-DD'), to_char(released, 'YYYY-MM-DD'),
       case when d.n % 10 = 1 then 'DISCONTINUED' when d.n % 10 > 1 then 'RELEASED' end,
       (array['SD 8 Gen 2', 'SD 8 Gen 3', 'SD 8 Elite', 'Dimensity 9300', 'Dimensity 9400', 'Kirin 9010', 'Exynos 2400',
              'Tensor G4'])[1 + floor(pg_temp.draw(d.n, 33) * 8)::int],
       case when d.n % 20 in (7, 8) then 'hardware-' || d.n / 20 end,
       1
from (select n, pg_temp.partnership_of_device(n) partnership_id, date '2014-01-01' + floor(pg_temp.draw(n, 32) * 4000)::int released
      from generate_series(1, pg_temp.size('devices')) n) d
left join member m on m.partnership_id = d.partnership_id and m.role = 'HANDSET_MAKER';

-- The order of devices is known in one partnership of three.
insert into collaboration (partnership_id, device_id, position, released, citation_id)
select partnership_id, id,
       case when partnership_id % 3 = 0 then row_number() over (partition by partnership_id order by released, id) end, released, 1
from (select id, released, pg_temp.partnership_of_device(id) partnership_id from device) d
where partnership_id is not null order by id;

insert into brand_device (brand_id, device_id, released)
select d.brand_id, d.id, d.released from device d
union
select p.brand_id, p.device_id, d.released from partner_device p join device d on d.id = p.device_id;

insert into variant (id, device_id, market_id, code, memory, storage, citation_id) overriding system value
select n * 2 + j, n, case when j = 1 then 5 + n % pg_temp.size('markets') end, 'V' || n || '-' || j, 8 + 4 * j, 256 * (1 + j), 1
from generate_series(1, pg_temp.size('devices'), 50) n cross join generate_series(0, 1) j;

insert into alias (text, language, kind, brand_id, device_id, citation_id)
select 'Other name of brand ' || n, 'en', 'NAME', n, null, 1 from generate_series(1, pg_temp.size('brands'), 10) n
union all
select 'GM-' || n, null, 'MODEL_CODE', null, n, 1 from generate_series(1, pg_temp.size('devices'), 20) n;

-- The number of launches of a device cycles through a pattern with the mean launches / devices, so that the sum is exact.
-- The markets of one device are distinct, because 7 has no common factor with the number of markets.
insert into launch (device_id, market_id, seller, announced_on, launched_on, status, price_amount, price_currency, price_bound,
                    citation_id)
select n, 5 + (first + j * 7) % pg_temp.size('markets'),
       case when (n + j) % 25 = 0 then 'Carrier ' || n % 7 end,
       case when (n + j) % 10 = 0 then to_char(launched - 14, 'YYYY-MM-DD') end,
       to_char(launched, 'YYYY-MM-DD'),
       case when stage < 0.05 then 'ANNOUNCED' when stage < 0.97 then 'LAUNCHED' else 'WITHDRAWN' end,
       149 + floor(pg_temp.draw(n, 42) * 1400) + (array[0, 0.90, 0.99])[1 + j % 3],
       (array['EUR', 'USD', 'GBP', 'JPY', 'CNY', 'INR'])[1 + (first + j * 7) % pg_temp.size('markets') % 6],
       'EXACT',
       1
from (select n, j, first, pg_temp.draw(n * 31 + j, 43) stage,
             date '2014-01-01' + floor(pg_temp.draw(n, 32) * 4000)::int + 14 + ((j * 11 + first) % 200)::int launched
      from (select n, floor(pg_temp.draw(n, 41) * pg_temp.size('markets'))::int first
            from generate_series(1, pg_temp.size('devices')) n) d
      cross join lateral generate_series(0, (array[2, 4, 6, 8, 10, 10, 12, 14, 16, 18])[1 + (n % 10)::int]
                                            * (pg_temp.size('launches') / pg_temp.size('devices')) / 10 - 1) j) l;

-- One launch in ten has its price as a row, and some of these had a higher one before.
insert into launch_price (launch_id, device_id, variant_id, amount, currency, bound, on_date, citation_id)
select l.id, l.device_id, v.id, l.price_amount, l.price_currency, l.price_bound, l.launched_on, 1
from launch l left join variant v on v.device_id = l.device_id and v.market_id is null where l.id % 10 = 0
union all
select id, device_id, null, price_amount + 100, price_currency, price_bound, null, 1 from launch where id % 50 = 0;
update launch set price_on = launched_on where id % 10 = 0;

insert into figure (id, market_id, period, measure, value, unit, rank, rank_bound, analyst, citation_id) overriding system value
select n, case when n % 20 <> 7 then 1 + n % 4 end, case when n % 20 not in (7, 9) then (2015 + n % 10) || '-Q' || 1 + n % 4 end,
       'SHIPMENTS', 1000 * n, 'UNITS', case when n % 3 = 0 then 1 + n % 5 end, case when n % 3 = 0 then 'EXACT' end,
       'Analyst ' || n % 7, 1
from generate_series(1, pg_temp.size('brands')) n;

insert into figure_brand (figure_id, brand_id) select n, n from generate_series(1, pg_temp.size('brands')) n;

insert into event (id, slug, name, kind, on_date, place, market_id, citation_id) overriding system value
select n, 'event-' || lpad(n::text, 5, '0'), 'Event ' || n, (array['ANNOUNCEMENT', 'TRADE_SHOW', 'VISIT'])[1 + n % 3],
       to_char(date '2014-01-01' + (n % 4000)::int, 'YYYY-MM-DD'), 'Hall ' || n % 9, 5 + n % pg_temp.size('markets'), 1
from generate_series(1, pg_temp.size('brands')) n;

insert into event_brand (event_id, brand_id) select id, id from event where id % 2 = 0;

insert into event_partnership (event_id, partnership_id)
select id, 1 + id % pg_temp.size('partnerships') from event where id % 2 = 1;

-- One device in ten, a thousandth of the launches, and one record in ten of any other kind are claimed.
insert into claim (source_id, property, value, agrees, device_id)
select 1, 'releasedOn', released_on, true, id from device where id % 10 = 0;

do $$
declare
    subject text;
begin
    for subject in select name from subjects() name where name not in ('citation', 'device') loop
        execute format('insert into claim (source_id, property, value, agrees, %2$I)
                        select 1, property, value, true, id from %3$I where id %% %4$s = 0', subject, subject || '_id',
                       subject || '_value', case when subject like 'launch%' then 1000 else 10 end);
    end loop;
end $$;

insert into claim (source_id, spoken_by_id, standing, likelihood, property, value, foreseen, expected_on, partnership_id)
select 1, 1, 'RUMOURED', 'POSSIBLE', 'endedOn', null, true, '2030', id from partnership where id % 20 = 1 and ended_on is null;

insert into effect (claim_id, kind, brand_id, device_id)
select c.id, 'AFFECTED', m.brand_id, null from claim c join member m using (partnership_id) where c.foreseen
union all
select c.id, 'BENEFITS', null, c.partnership_id from claim c where c.foreseen;

select setval(pg_get_serial_sequence(name, 'id'), 1000000000)
from unnest(array['citation', 'market', 'brand', 'speaker', 'partnership', 'device', 'variant', 'figure', 'event']) name;

select derive_all_names();

-- Whoever has cached answers of an older revision reads again.
update catalogue set revision = revision + 1, changed_by = pg_current_xact_id(), changed_at = clock_timestamp();
