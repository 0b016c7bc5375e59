-- Completes a generated catalogue: all constants of enums, nulls in all nullable columns, dates of all precisions, series with
-- models, devices of several partnerships, and claims of all kinds about all subjects. As in generate.sql, no trigger runs.

set local session_replication_role = replica;

insert into citation (key, document, title, publisher, author, origin, url, language, licence, published_on, published_at,
                      page_dated_on, written_before, disclosure, remark)
values ('E1', 'leak.txt', 'A leak', 'Tipster''s blog', null, 'Weibo', 'https://example.org/leak', 'zh-Hans', 'CC BY-SA 4.0',
        '2025-03-01', '10:06', '2025-03', '2025', 'A maker paid for the travel', '"Quoted"'),
       ('E2', null, null, null, 'A. Author', null, null, null, null, null, null, '2024-12-31', null, null, null);

insert into citation_basis (citation_id, basis_id) select id, id - 2 from citation where id between 5 and 20;
insert into citation_payer (citation_id, brand_id) select id, 1 from citation where id % 6 = 2;

update market set currency = null where id % 5 = 3;
update market set standing = 'CONFIRMED' where id % 2 = 0;
update market set citation_id = null where id % 4 = 1;
insert into market_parent (child_id, parent_id)
select id, 1 from market where id > 4 and id % 3 = 0 on conflict do nothing;

update brand set standing = 'RUMOURED', citation_id = null where id % 7 = 3;
update brand set home_market_id = null where id % 5 = 2;
update brand set makes = '{}' where id % 8 = 1;
update brand set makes = '{CAMERAS,OPTICS,HANDSETS,IMAGING}' where id % 8 = 5;
insert into ownership (brand_id, owner_id, since, until, standing, citation_id)
select id, id - 2, null::text, null::text, 'REPORTED', 1 from brand where id % 4 = 3
union all
select id, id - 1, '2019-03', '2021-04-05', 'DISPUTED', null from brand where id % 4 = 3
union all
select id, id - 1, null, '2012', 'RUMOURED', 2 from brand where id % 6 = 2;

insert into alias (text, language, kind, brand_id, device_id, standing, citation_id)
select kind || ' ' || n, case when n % 2 = 0 then 'zh-Hans' end, kind, case when n % 3 > 0 then n end,
       case when n % 3 = 0 then n end, 'RUMOURED', case when n % 5 > 0 then 1 end
from generate_series(1, 24) n,
     unnest(array['NAME', 'SPELLING', 'TRANSLATION', 'FORMER_NAME', 'ABBREVIATION', 'MODEL_CODE']) kind
where n % 6 <> 1;

update speaker set role = null, brand_id = null where id % 2 = 0;
insert into speaker (slug, name, role, brand_id, standing, citation_id)
values ('somebody', 'Somebody', null, null, 'RUMOURED', null), ('雷军', '雷军', 'CEO', 3, 'CONFIRMED', 2);

update partnership set announced_on = substr(announced_on, 1, 7), started_on = substr(started_on, 1, 4) where id % 3 = 1;
update partnership set standing = 'DISPUTED', citation_id = null where id % 6 = 2;
update partnership set announced_on = null, started_on = null where id % 10 = 7;
update partnership set ongoing = false where id % 10 = 7;
update partnership set ongoing = true where id % 10 = 3 and ended_on is null;
update partnership set signed_on = '2019-02' where id % 11 = 5;
update partnership set succeeds_id = id - 3 where id % 4 = 1 and id > 3;
update partnership set product_brands = '{Leitz,"Summilux, \"new\""}', lines = '{"P series","Mate series"}' where id % 5 = 4;

insert into member (partnership_id, brand_id, role, joined_on, left_on, standing, citation_id)
select id, 1 + id % 20, 'DESIGN_PARTNER', '2020', '2021-02-03', 'CONFIRMED', 2 from partnership where id % 3 = 0
union all
select id, 2 + id % 20, 'DESIGN_PARTNER', null, null, 'RUMOURED', null from partnership where id % 6 = 0
on conflict do nothing;

insert into territory (partnership_id, market_id, included, exclusive, since, until, standing, citation_id)
select id, 2, true, null::boolean, '2020-02', '2021', 'RUMOURED', null::bigint from partnership where id % 4 = 0
union all
select id, 2, true, false, '2022', null, 'CONFIRMED', 2 from partnership where id % 4 = 0;

insert into term (partnership_id, kind, statement, number, approximate, decided_by, amount_from, amount_to, amount_to_excluded,
                  amount_currency, converted_amount, converted_currency, converted_approximate, since, until, standing, citation_id)
select id, 'ROYALTY', null::text, null::integer, true, '{}'::text[], 1.5, 2.25, true, 'EUR', 1.90, 'USD', true, '2019',
       '2020-05-06', 'REPORTED', 1
from partnership where id % 2 = 0
union all
select id, 'INVESTMENT', null, null, false, '{}', 1000000, null, false, 'CNY', null, null, false, null, null, 'CONFIRMED', 1
from partnership where id % 5 = 0
union all
select id, 'NATURE', 'Exclusive, "for now"', null, false, '{}', null, null, false, null, null, null, false, null, null, 'RUMOURED', null
from partnership where id % 3 = 0
union all
select id, 'IMAGE_QUALITY', null, null, false, '{HANDSET_MAKER,IMAGING_PARTNER}', null, null, false, null, null, null, false, null,
       null, 'DISPUTED', 1
from partnership where id % 4 = 0
union all
select id, kind, 'Something', 100, false, '{DESIGN_PARTNER}', null, null, false, null, null, null, false, null, null, 'RETRACTED', 1
from partnership, unnest(array['LICENCE', 'PRICE', 'DURATION', 'PEOPLE', 'HARDWARE_CHOICE', 'SUCCESSOR', 'OTHER']) kind
where id % 9 = 0;

insert into contribution (partnership_id, brand_id, kind, statement, standing, citation_id)
select id, case when id % 2 = 0 then 1 + id % 20 end, kind, case when id % 3 = 0 then 'Of the ' || lower(kind) end, 'CONFIRMED', 2
from partnership,
     unnest(array['LENS', 'COATING', 'COLOUR_TUNING', 'SENSOR', 'SOFTWARE', 'HARDWARE', 'NAME', 'QUALITY_APPROVAL']) kind
where id % 7 = 0;
update contribution set standing = 'RUMOURED', citation_id = null where id % 5 = 0;

update device set kind = 'SERIES' where id % 10 = 0;
update device set series_id = id - id % 10 + 10 where id % 10 in (3, 4, 5) and id - id % 10 + 10 <= (select max(id) from device);
update device set series_id = id + 10 where id % 20 = 10 and id + 10 <= (select max(id) from device);
update device set announced_on = case when id % 3 = 0 then null else substr(announced_on, 1, 4 + 3 * (id % 2)::int) end;
update device set released_on = case when id % 4 = 0 then null else substr(released_on, 1, 4 + 3 * (id % 3)::int) end
where id % 2 = 0;
update device set status = (array['EXPECTED', 'ANNOUNCED', 'RELEASED', 'DISCONTINUED', 'CANCELLED', null])[1 + id % 6];
update device set standing = 'RUMOURED', citation_id = null, chipset = null where id % 9 = 4;
update device set hardware_code = 'twin-' || id / 5 where id % 5 < 2;

update collaboration c set released = d.released from device d where d.id = c.device_id;
insert into collaboration (partnership_id, device_id, position, released, standing, citation_id)
select p.id, d.id, case when d.id % 2 = 0 then 1 + d.id % 4 end, d.released, 'DISPUTED', case when d.id % 3 = 0 then 2 end
from device d join partnership p on p.id % 10 = d.id % 10 where d.id % 4 = 1 on conflict do nothing;

delete from brand_device;
insert into brand_device (brand_id, device_id, released)
select d.brand_id, d.id, d.released from device d
union
select p.brand_id, p.device_id, d.released from partner_device p join device d on d.id = p.device_id;

insert into variant (device_id, market_id, code, chipset, memory, storage, standing, citation_id)
select id, 5 + id % 7, null, 'Exynos 2500', null::integer, null::integer, 'RUMOURED', null::bigint from device where id % 6 = 0
union all
select id, null, 'E' || id, null, 16, 1024, 'CONFIRMED', 2 from device where id % 6 = 1;

update launch set launched_on = null, status = 'NOT_LAUNCHED' where id % 8 = 1;
update launch set announced_on = case when id % 2 = 0 then substr(announced_on, 1, 7) end where announced_on is not null;
update launch set launched_on = substr(launched_on, 1, 4) where id % 8 = 3;
update launch set price_amount = null, price_currency = null, price_bound = null
where id % 9 = 5 and id not in (select launch_id from launch_price);
update launch set seller = 'Shop "' || id || '"', standing = 'CONFIRMED' where id % 12 = 3;
update launch set standing = 'RETRACTED', citation_id = null where id % 12 = 7;

insert into launch_price (launch_id, device_id, variant_id, amount, currency, bound, on_date, standing, citation_id)
select id, device_id, null, price_amount, price_currency, (array['EXACT', 'BELOW', 'FROM'])[1 + id % 3], '9999', 'RUMOURED', null
from launch where id % 8 = 2 and price_amount is not null;
insert into launch_price (launch_id, device_id, variant_id, amount, currency, bound, on_date, standing, citation_id)
select l.id, l.device_id, v.id, l.price_amount + 50, l.price_currency, 'EXACT', '0999', 'CONFIRMED', 2
from launch l join variant v on v.device_id = l.device_id where l.id % 10 = 0 and l.price_amount is not null;
update launch l set price_bound = p.bound, price_on = p.on_date from launch_price p where p.launch_id = l.id and p.on_date = '9999';

update figure set value = null, change_on_year = -3.5, converted_amount = null where id % 6 = 0;
update figure set converted_amount = 1.5, converted_currency = 'USD', peak = true, qualification = 'For the first time'
where id % 6 = 1;
update figure set rank = 3, rank_bound = (array['EXACT', 'OR_HIGHER', 'OR_LOWER'])[1 + id % 3] where id % 6 in (1, 2, 3);
update figure set analyst = null, standing = 'CONFIRMED', citation_id = null where id % 4 = 0;
update figure set market_id = null where id % 5 = 3;
update figure set period = (array['2021', '2022-07', null])[1 + id % 3] where id % 4 = 1;
insert into figure (measure, value, unit) values ('SALES', 10, 'UNITS'), ('SMARTPHONE_REVENUE', 2000000, 'EUR'),
    ('MARKET_SHARE', 12.5, 'PERCENT');
insert into figure_brand (figure_id, brand_id) select id, 1 from figure where id % 4 = 0;
insert into figure_brand (figure_id, brand_id) select id, 2 from figure where measure <> 'SHIPMENTS';

update event set kind = (array['ANNOUNCEMENT', 'TRADE_SHOW', 'VISIT', 'SANCTION', 'DISRUPTION', 'OTHER'])[1 + id % 6];
update event set on_date = null, place = null, market_id = null, standing = 'RUMOURED', citation_id = null where id % 5 = 0;
update event set on_date = substr(on_date, 1, 7), until = substr(on_date, 1, 4) where id % 5 = 2;
insert into event_brand (event_id, brand_id) select id, 1 from event where id % 3 = 0 on conflict do nothing;
insert into event_partnership (event_id, partnership_id) select id, 2 from event where id % 3 = 1 on conflict do nothing;

-- Every value of some records is claimed, and the records as wholes, in all kinds of ways.
do $$
declare
    subject text;
begin
    for subject in select subjects() loop
        execute format('
            insert into claim (source_id, spoken_by_id, standing, likelihood, property, value, foreseen, expected_on, expected,
                               open_ended, remark, %2$I)
            select 2, case when id %% 2 = 0 then 1 end, ''CONFIRMED'', ''STATED'', property, value, false, null, null, false, null, id
            from %3$I where id %% 5 = 1
            union all
            select 1, null, ''REPORTED'', ''DENIED'', property, value, false, null, null, false, ''Denied'', id
            from %3$I where id %% 11 = 2
            union all
            select 3, null, ''RUMOURED'', ''LIKELY'', property, ''Elsewhere'', true, ''2031-05'', null, false, null, id
            from %3$I where id %% 7 = 3
            union all
            select 3, 1, ''RUMOURED'', ''POSSIBLE'', ''ending'', null, true, null, ''by the end of the decade'', true, null, id
            from %1$I where id %% 9 = 1
            union all
            select 2, null, ''DISPUTED'', ''DENIED'', null, null, false, null, null, false, ''In doubt'', id
            from %1$I where id %% 8 = 4
            union all
            select 2, null, ''RETRACTED'', ''STATED'', null, null, false, null, null, false, null, id
            from %1$I where id %% 13 = 5', subject, subject || '_id', subject || '_value');
        execute format('
            update claim set agrees = w.agrees, supports = coalesce(w.agrees, true) = (claim.likelihood <> ''DENIED'')
            from (select c.id, v.agrees from claim c
                  left join lateral (select bool_or(agrees(c.value, v.value)) as agrees
                                     from %2$I v where v.id = c.%1$I and v.property = c.property) v on true
                  where c.%1$I is not null) w
            where w.id = claim.id', subject || '_id', subject || '_value');
    end loop;
end $$;

insert into effect (claim_id, kind, brand_id, device_id, statement)
select c.id, case when b.id % 2 = 0 then 'BENEFITS' else 'AFFECTED' end, b.id, null, case when b.id % 3 = 0 then 'In its sales' end
from claim c join brand b on b.id % 11 = c.id % 11 where c.id % 20 = 0
union all
select c.id, case when d.id % 2 = 0 then 'BENEFITS' else 'AFFECTED' end, null, d.id, case when d.id % 3 = 0 then 'Sold later' end
from claim c join device d on d.id % 11 = c.id % 11 where c.id % 20 = 0
on conflict do nothing;

select derive_all_names();
