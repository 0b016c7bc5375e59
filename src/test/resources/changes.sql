-- Random changes of a generated catalogue, of which some break a constraint. The statements are separated by empty lines. A claim
-- states each new value.

with picked as (select id, (2019 + (random() * 7)::int)::text as value from device order by random() limit 1),
    stated as (insert into claim (source_id, device_id, property, value)
               select (select id from citation order by random() limit 1), id, 'releasedOn', value from picked)
update device t set released_on = p.value from picked p where p.id = t.id

with picked as (select id, 'Chip ' || (random() * 9)::int as value from device order by random() limit 1),
    stated as (insert into claim (source_id, device_id, property, value)
               select (select id from citation order by random() limit 1), id, 'chipset', value from picked)
update device t set chipset = p.value from picked p where p.id = t.id

with picked as (select id, (array['EXPECTED', 'ANNOUNCED', 'RELEASED'])[1 + (random() * 2)::int] as value from device order by random() limit 1),
    stated as (insert into claim (source_id, device_id, property, value)
               select (select id from citation order by random() limit 1), id, 'status', value from picked)
update device t set status = p.value from picked p where p.id = t.id

with picked as (select id, (2030 + (random() * 7)::int)::text as value from partnership order by random() limit 1),
    stated as (insert into claim (source_id, partnership_id, property, value)
               select (select id from citation order by random() limit 1), id, 'endedOn', value from picked)
update partnership t set ended_on = p.value from picked p where p.id = t.id

with picked as (select id, (2030 + (random() * 7)::int)::text as value from member order by random() limit 1),
    stated as (insert into claim (source_id, member_id, property, value)
               select (select id from citation order by random() limit 1), id, 'leftOn', value from picked)
update member t set left_on = p.value from picked p where p.id = t.id

with picked as (select id, (2030 + (random() * 7)::int)::text as value from territory order by random() limit 1),
    stated as (insert into claim (source_id, territory_id, property, value)
               select (select id from citation order by random() limit 1), id, 'until', value from picked)
update territory t set until = p.value from picked p where p.id = t.id

with picked as (select id, (2026 + (random() * 7)::int)::text as value from launch order by random() limit 1),
    stated as (insert into claim (source_id, launch_id, property, value)
               select (select id from citation order by random() limit 1), id, 'launchedOn', value from picked)
update launch t set launched_on = p.value from picked p where p.id = t.id

with picked as (select id, 'Seller ' || (random() * 99)::int as value from launch order by random() limit 1),
    stated as (insert into claim (source_id, launch_id, property, value)
               select (select id from citation order by random() limit 1), id, 'seller', value from picked)
update launch t set seller = p.value from picked p where p.id = t.id

with picked as (select id, ((random() * 999)::int)::text as value from launch_price order by random() limit 1),
    stated as (insert into claim (source_id, launch_price_id, property, value)
               select (select id from citation order by random() limit 1), id, 'amount', value from picked)
update launch_price t set amount = p.value::numeric from picked p where p.id = t.id

with picked as (select id, 'Statement ' || (random() * 99)::int as value from term order by random() limit 1),
    stated as (insert into claim (source_id, term_id, property, value)
               select (select id from citation order by random() limit 1), id, 'statement', value from picked)
update term t set statement = p.value from picked p where p.id = t.id

with picked as (select id, 'Place ' || (random() * 99)::int as value from event order by random() limit 1),
    stated as (insert into claim (source_id, event_id, property, value)
               select (select id from citation order by random() limit 1), id, 'place', value from picked)
update event t set place = p.value from picked p where p.id = t.id

with picked as (select id, 'Analyst ' || (random() * 9)::int as value from figure order by random() limit 1),
    stated as (insert into claim (source_id, figure_id, property, value)
               select (select id from citation order by random() limit 1), id, 'analyst', value from picked)
update figure t set analyst = p.value from picked p where p.id = t.id

with picked as (select d.id, b.id as brand, b.slug from device d, brand b order by random() limit 1),
    stated as (insert into claim (source_id, device_id, property, value) select 1, id, 'brand', slug from picked)
update device d set brand_id = p.brand from picked p where p.id = d.id

with picked as (select m.id, p.id as partnership from member m, partnership p order by random() limit 1)
update member m set partnership_id = p.partnership from picked p where p.id = m.id

with picked as (select c.id, p.id as partnership from collaboration c, partnership p order by random() limit 1)
update collaboration c set partnership_id = p.partnership from picked p where p.id = c.id

update citation set title = 'Title ' || (random() * 99)::int where id = (select id from citation order by random() limit 1)

update brand set name = 'Name ' || (random() * 999)::int where id = (select id from brand order by random() limit 1)

update claim set likelihood = (array['STATED', 'LIKELY', 'POSSIBLE', 'DENIED'])[1 + (random() * 3)::int]
where id in (select id from claim order by random() limit 3)

update claim set standing = (array['CONFIRMED', 'REPORTED', 'RUMOURED'])[1 + (random() * 2)::int], remark = 'Later'
where id in (select id from claim order by random() limit 3)

insert into effect (claim_id, kind, brand_id)
select (select id from claim order by random() limit 1), 'AFFECTED', id from brand order by random() limit 1

insert into citation (key, title) values ('K' || (random() * 1e9)::int, 'Added')

with added as (insert into brand (slug, name) values ('b' || (random() * 1e9)::int, 'Added') returning id)
insert into claim (source_id, brand_id) select 1, id from added

with added as (insert into alias (text, brand_id) select 'Alias ' || (random() * 1e9)::int, id from brand order by random() limit 1
               returning id, kind)
insert into claim (source_id, alias_id, property, value) select 1, id, 'kind', kind from added

insert into citation_basis select a.id, b.id from citation a, citation b order by random() limit 1

insert into citation_payer select c.id, b.id from citation c, brand b order by random() limit 1

do $$
declare
    names text[] := array(select slug from brand order by random() limit 2);
    keys bigint[] := array[(select id from brand where slug = names[1]), (select id from brand where slug = names[2])];
begin
    update brand set slug = 'swapped' where id = keys[1];
    update brand set slug = names[1] where id = keys[2];
    update brand set slug = names[2] where id = keys[1];
    update claim set value = case value when names[1] then names[2] else names[1] end where value = any (names);
end $$

do $$
declare
    names text[] := array(select slug from device order by random() limit 2);
    keys bigint[] := array[(select id from device where slug = names[1]), (select id from device where slug = names[2])];
begin
    update device set slug = 'swapped' where id = keys[1];
    update device set slug = names[1] where id = keys[2];
    update device set slug = names[2] where id = keys[1];
    update claim set value = case value when names[1] then names[2] else names[1] end where value = any (names);
end $$

do $$
declare
    names text[] := array(select slug from partnership order by random() limit 2);
    keys bigint[] := array[(select id from partnership where slug = names[1]), (select id from partnership where slug = names[2])];
begin
    update partnership set slug = 'swapped' where id = keys[1];
    update partnership set slug = names[1] where id = keys[2];
    update partnership set slug = names[2] where id = keys[1];
    update claim set value = case value when names[1] then names[2] else names[1] end where value = any (names);
end $$

do $$
declare
    names text[] := array(select slug from event order by random() limit 2);
    keys bigint[] := array[(select id from event where slug = names[1]), (select id from event where slug = names[2])];
begin
    update event set slug = 'swapped' where id = keys[1];
    update event set slug = names[1] where id = keys[2];
    update event set slug = names[2] where id = keys[1];
    update claim set value = case value when names[1] then names[2] else names[1] end where value = any (names);
end $$

do $$
declare
    names text[] := array(select code from market where kind = 'COUNTRY' order by random() limit 2);
    keys bigint[] := array[(select id from market where code = names[1]), (select id from market where code = names[2])];
begin
    update market set code = 'QX' where id = keys[1];
    update market set code = names[1] where id = keys[2];
    update market set code = names[2] where id = keys[1];
    update claim set value = case value when names[1] then names[2] else names[1] end where value = any (names);
end $$

delete from alias where ctid = (select ctid from alias order by random() limit 1)

delete from citation where ctid = (select ctid from citation order by random() limit 1)

delete from citation_basis where ctid = (select ctid from citation_basis order by random() limit 1)

delete from citation_payer where ctid = (select ctid from citation_payer order by random() limit 1)

delete from claim where ctid = (select ctid from claim order by random() limit 1)

delete from collaboration where ctid = (select ctid from collaboration order by random() limit 1)

delete from contribution where ctid = (select ctid from contribution order by random() limit 1)

delete from device where ctid = (select ctid from device order by random() limit 1)

delete from effect where ctid = (select ctid from effect order by random() limit 1)

delete from event where ctid = (select ctid from event order by random() limit 1)

delete from event_brand where ctid = (select ctid from event_brand order by random() limit 1)

delete from event_partnership where ctid = (select ctid from event_partnership order by random() limit 1)

delete from figure where ctid = (select ctid from figure order by random() limit 1)

delete from figure_brand where ctid = (select ctid from figure_brand order by random() limit 1)

delete from launch where ctid = (select ctid from launch order by random() limit 1)

delete from launch_price where ctid = (select ctid from launch_price order by random() limit 1)

delete from market_parent where ctid = (select ctid from market_parent order by random() limit 1)

delete from member where ctid = (select ctid from member order by random() limit 1)

delete from ownership where ctid = (select ctid from ownership order by random() limit 1)

delete from partnership where ctid = (select ctid from partnership order by random() limit 1)

delete from speaker where ctid = (select ctid from speaker order by random() limit 1)

delete from term where ctid = (select ctid from term order by random() limit 1)

delete from territory where ctid = (select ctid from territory order by random() limit 1)

delete from variant where ctid = (select ctid from variant order by random() limit 1)
