-- Completes a generated catalogue: terms, series with models, dates of all precisions, claims about all subjects, and facts
-- without a citation.

insert into citation (key, document, title, publisher, author, origin, published_on, page_dated_on, written_before)
values ('E1', 'leak.txt', 'A leak', 'Tipster''s blog', null, 'Weibo', '2025-03', null, '2025'),
       ('E2', 'press.txt', null, null, 'A. Author', null, null, '2024-12-31', null);

update brand set standing = 'RUMOURED', citation_id = null where id % 7 = 3;
update brand set home_market_id = null where id % 5 = 2;

update partnership set announced_on = substr(announced_on, 1, 7), started_on = substr(started_on, 1, 4) where id % 3 = 1;
update partnership set standing = 'DISPUTED', citation_id = null where id % 6 = 2;

insert into term (partnership_id, kind, statement, number, approximate, decided_by, amount_from, amount_to, amount_currency,
                  converted_amount, converted_currency, standing, citation_id)
select id, 'LICENCE_FEE_PER_HANDSET', null::text, null::integer, true, null::text, 1.5, 2.25, 'EUR', 1.90, 'USD', 'REPORTED', 1
from partnership where id % 2 = 0
union all
select id, 'NATURE_OF_AGREEMENT', 'Exclusive, "for now"', null, false, null, null, null, null, null, null, 'RUMOURED', null
from partnership where id % 3 = 0
union all
select id, 'LAST_WORD_ON_IMAGE_QUALITY', null, null, false, 'BOTH', null, null, null, null, null, 'REPORTED', 1
from partnership where id % 4 = 0;

update device set kind = 'SERIES' where id % 10 = 0;
update device set series_id = id - id % 10 + 10 where id % 10 in (3, 4, 5) and id - id % 10 + 10 <= (select max(id) from device);
update device set released_on = case when id % 4 = 0 then null else substr(released_on, 1, 4 + 3 * (id % 3)::int) end
where id % 2 = 0;
update device set standing = 'RUMOURED', citation_id = null, chipset = null where id % 9 = 4;

update launch set launched_on = null, status = 'NOT_LAUNCHED' where id % 8 = 1;
update launch set price_bound = 'BELOW' where id % 8 = 2 and price_amount is not null;

insert into figure_brand (figure_id, brand_id) select id, 1 from figure where id % 4 = 0;

insert into claim (citation_id, standing, property, value, expectation, remark, brand_id, partnership_id, device_id,
                   market_id, launch_id, figure_id)
select 1, 'REPORTED', 'name', name, null::text, null::text, id, null::bigint, null::bigint, null::bigint, null::bigint,
       null::bigint from brand where id % 3 = 0
union all
select 1, 'DISPUTED', null, null, null, 'In doubt', id, null, null, null, null, null from brand where id % 4 = 0
union all
select 1, 'REPORTED', 'endedOn', null, 'WILL_HAPPEN', null, null, id, null, null, null, null from partnership where id % 3 = 0
union all
select 1, 'CONFIRMED', 'startedOn', '2019', null, null, null, id, null, null, null, null from partnership where id % 2 = 0
union all
select 1, 'REPORTED', 'releasedOn', 'soon', null, null, null, null, id, null, null, null from device where id % 5 = 0
union all
select 1, 'RUMOURED', 'name', 'Elsewhere', null, null, null, null, null, id, null, null from market where id % 3 = 0
union all
select 1, 'REPORTED', 'launchedOn', launched_on, null, null, null, null, null, null, id, null from launch where id % 20 = 0
union all
select 1, 'REPORTED', 'value', '1000.0', null, null, null, null, null, null, null, id from figure where id % 5 = 1;

update claim set citation_id = (select id from citation where key = 'G2') where id % 3 = 0;

insert into claim_device (claim_id, device_id)
select c.id, d.id from claim c join device d on d.id % 11 = c.id % 11 where c.id % 4 = 0;
