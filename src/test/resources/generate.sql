-- Generates a catalogue of any size, the same on every run. It fills an empty, migrated database in one transaction:
--
--     begin;
--     set local generate.devices = 100000;  set local generate.brands = 2000;  set local generate.partnerships = 5000;
--     set local generate.markets = 200;     set local generate.launches = 1000000;
--     \i generate.sql
--     commit;
--
-- Keys are explicit, so that a statement can refer to rows of another one.

set local synchronous_commit = off;
set local max_parallel_workers_per_gather = 0;

-- A number from 0 (inclusive) to 1 (exclusive) that depends only on its two arguments.
create function pg_temp.draw(n bigint, salt bigint) returns double precision language sql immutable parallel safe as $$
    select (((n * 2654435761 + salt * 40503) # ((n + salt) * 97531 >> 5)) & 1048575)::double precision / 1048576
$$;

create function pg_temp.size(name text) returns bigint language sql stable as $$
    select current_setting('generate.' || name)::bigint
$$;

insert into citation (id, key, document, title, publisher, author, published_on) overriding system value
select n, 'G' || n, 'generated-' || n || '.txt', 'Generated document ' || n, 'Publisher ' || n % 97, 'Author ' || n % 89,
       to_char(date '2012-01-01' + (n % 5000)::int, 'YYYY-MM-DD')
from generate_series(1, pg_temp.size('brands')) n;

insert into market (id, code, name, kind, parent_id) overriding system value
values (1, '001', 'World', 'REGION', null),
       (2, '150', 'Europe', 'REGION', 1),
       (3, '142', 'Asia', 'REGION', 1),
       (4, '019', 'Americas', 'REGION', 1);

-- Twenty real countries, then generated codes in alphabetical order.
insert into market (id, code, name, kind, parent_id) overriding system value
select 4 + n, code, 'Market ' || n, 'COUNTRY', 2 + n % 3
from (select code, row_number() over (order by known nulls last, code) n
      from (select chr(65 + i / 26) || chr(65 + i % 26) code from generate_series(0, 675) i) codes
      left join unnest(array['DE', 'FR', 'GB', 'US', 'JP', 'CN', 'IN', 'BR', 'IT', 'ES', 'KR', 'TW', 'AE', 'SA', 'ZA', 'MX',
                             'CA', 'AU', 'SE', 'PL']) with ordinality k (known_code, known) on known_code = code) numbered
where n <= pg_temp.size('markets');

-- The first six in ten brands make handsets, the others camera optics. One in ten belongs to another.
insert into brand (id, slug, name, makes, home_market_id, parent_id, standing, citation_id) overriding system value
select n, 'brand-' || lpad(n::text, 5, '0'),
       (array['Auro', 'Nova', 'Leika', 'Zenit', 'Hasel', 'Orion', 'Vivo', 'Lumen', 'Pixa', 'Sonor', 'Mira', 'Kino'])
           [1 + floor(pg_temp.draw(n, 1) * 12)::int] || ' '
           || (array['Mobile', 'Optics', 'Imaging', 'Devices', 'Labs', 'Works'])[1 + floor(pg_temp.draw(n, 2) * 6)::int] || ' ' || n,
       case when n <= pg_temp.size('brands') * 6 / 10 then 'HANDSETS' else 'CAMERA_OPTICS' end,
       5 + floor(pg_temp.draw(n, 3) * 8)::int,
       case when n > 20 and n % 10 = 0 then 1 + floor(pg_temp.draw(n, 4) * 20)::int end,
       'REPORTED', 1
from generate_series(1, pg_temp.size('brands')) n;

insert into partnership (id, slug, name, announced_on, started_on, ended_on, product_brand, line, standing, citation_id)
    overriding system value
select n, 'partnership-' || lpad(n::text, 6, '0'),
       'Co-engineering ' || n || ' '
           || (array['Summilux', 'Apo', 'Planar', 'Tessar', 'Noctilux', 'Sonnar'])[1 + floor(pg_temp.draw(n, 11) * 6)::int],
       to_char(announced, 'YYYY-MM-DD'),
       case when stage >= 0.15 then to_char(announced + 60, 'YYYY-MM-DD') end,
       case when stage >= 0.75 then to_char(announced + 1500, 'YYYY-MM-DD') end,
       case when n % 3 = 0 then 'Product ' || n % 97 end,
       case when n % 4 = 0 then 'Line ' || n % 89 end,
       'REPORTED', 1
from (select n, pg_temp.draw(n, 12) stage, date '2012-01-01' + floor(pg_temp.draw(n, 13) * 4700)::int announced
      from generate_series(1, pg_temp.size('partnerships')) n) p;

insert into member (partnership_id, brand_id, role)
select n, 1 + floor(power(pg_temp.draw(n, 21), 1.2) * (pg_temp.size('brands') * 6 / 10))::int, 'HANDSET_MAKER'
from generate_series(1, pg_temp.size('partnerships')) n;

insert into member (partnership_id, brand_id, role)
select n, pg_temp.size('brands') * 6 / 10 + 1
          + floor(power(pg_temp.draw(n, 22), 1.2) * (pg_temp.size('brands') * 4 / 10))::int, 'OPTICS_PARTNER'
from generate_series(1, pg_temp.size('partnerships')) n;

insert into territory (partnership_id, market_id, included, exclusive, standing, citation_id)
select n, 1, true, n % 2 = 0, 'REPORTED', 1 from generate_series(1, pg_temp.size('partnerships')) n
union all
select n, 5 + n % pg_temp.size('markets'), false, null, 'REPORTED', 1
from generate_series(1, pg_temp.size('partnerships')) n where n % 3 = 0;

-- Nine in ten devices belong to a partnership, more of them to early ones; the brand is then its handset maker.
insert into device (id, slug, name, kind, brand_id, partnership_id, released_on, chipset, standing, citation_id)
    overriding system value
select d.n, 'device-' || lpad(d.n::text, 7, '0'),
       (array['X', 'Mate', 'Find', 'Mi', 'Xperia', 'Edge', 'Nova'])[1 + d.n % 7] || ' ' || d.n
           || (array[' Pro', ' Ultra', ' Lite', ' Plus', ''])[1 + d.n % 5],
       case when d.n % 50 = 0 then 'SERIES' else 'MODEL' end,
       coalesce(m.brand_id, 1 + floor(pg_temp.draw(d.n, 31) * (pg_temp.size('brands') * 6 / 10))::int),
       d.partnership_id,
       to_char(date '2014-01-01' + floor(pg_temp.draw(d.n, 32) * 4000)::int, 'YYYY-MM-DD'),
       (array['SD 8 Gen 2', 'SD 8 Gen 3', 'SD 8 Elite', 'Dimensity 9300', 'Dimensity 9400', 'Kirin 9010', 'Exynos 2400',
              'Tensor G4'])[1 + floor(pg_temp.draw(d.n, 33) * 8)::int],
       'REPORTED', 1
from (select n, case when pg_temp.draw(n, 34) < 0.9
                     then 1 + floor(power(pg_temp.draw(n, 35), 1.3) * pg_temp.size('partnerships'))::int end partnership_id
      from generate_series(1, pg_temp.size('devices')) n) d
left join member m on m.partnership_id = d.partnership_id and m.role = 'HANDSET_MAKER';

-- The number of launches of a device cycles through a pattern with the mean launches / devices, so that the sum is exact.
-- The markets of one device are distinct, because 7 has no common factor with the number of markets.
insert into launch (device_id, market_id, launched_on, status, price_amount, price_currency, price_bound, standing, citation_id)
select n, 5 + (first + j * 7) % pg_temp.size('markets'),
       to_char(date '2014-01-01' + floor(pg_temp.draw(n, 32) * 4000)::int + 14 + ((j * 11 + first) % 200)::int, 'YYYY-MM-DD'),
       case when stage < 0.05 then 'ANNOUNCED' when stage < 0.97 then 'LAUNCHED' else 'WITHDRAWN' end,
       149 + floor(pg_temp.draw(n, 42) * 1400) + (array[0, 0.90, 0.99])[1 + j % 3],
       (array['EUR', 'USD', 'GBP', 'JPY', 'CNY', 'INR'])[1 + (first + j * 7) % pg_temp.size('markets') % 6],
       'EXACT',
       'REPORTED', 1
from (select n, j, floor(pg_temp.draw(n, 41) * pg_temp.size('markets'))::int first,
             pg_temp.draw(n * 31 + j, 43) stage
      from generate_series(1, pg_temp.size('devices')) n
      cross join lateral generate_series(0, (array[2, 4, 6, 8, 10, 10, 12, 14, 16, 18])[1 + (n % 10)::int]
                                            * (pg_temp.size('launches') / pg_temp.size('devices')) / 10 - 1) j) l;

insert into figure (id, market_id, period, measure, value, unit, analyst, standing, citation_id) overriding system value
select n, 1 + n % 4, (2015 + n % 10) || '-Q' || 1 + n % 4, 'SHIPMENTS', 1000 * n, 'UNITS', 'Analyst ' || n % 7, 'REPORTED', 1
from generate_series(1, pg_temp.size('brands')) n;

insert into figure_brand (figure_id, brand_id) select n, n from generate_series(1, pg_temp.size('brands')) n;

insert into claim (citation_id, standing, property, value, device_id)
select 1, 'REPORTED', 'releasedOn', released_on, id from device where id % 10 = 0;

select setval(pg_get_serial_sequence(name, 'id'), 1000000000)
from unnest(array['citation', 'market', 'brand', 'partnership', 'device', 'figure']) name;
