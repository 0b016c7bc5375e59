-- One row in every table for ConstraintsTest: its name, and the statement that inserts it. Names of earlier rows stand
-- for their keys. The codes of markets are used by no other row.

-- citation
insert into citation (key, document) values ('constraints-test', 'constraints.txt') returning id

-- region
insert into market (code, name, kind)
select code, 'Region', 'REGION' from (select to_char(generate_series(999, 0, -1), 'FM000') code) codes
where code not in (select code from market) limit 1 returning id

-- subregion
insert into market (code, name, kind)
select code, 'Subregion', 'REGION' from (select to_char(generate_series(999, 0, -1), 'FM000') code) codes
where code not in (select code from market) limit 1 returning id

-- district
insert into market (code, name, kind)
select code, 'District', 'REGION' from (select to_char(generate_series(999, 0, -1), 'FM000') code) codes
where code not in (select code from market) limit 1 returning id

-- optics
insert into brand (slug, name, makes, standing)
values ('constraints-optics', 'Optics', 'CAMERA_OPTICS', 'RUMOURED') returning id

-- handset
insert into brand (slug, name, makes, standing)
values ('constraints-handset', 'Handset', 'HANDSETS', 'RUMOURED') returning id

-- daughter
insert into brand (slug, name, makes, standing)
values ('constraints-daughter', 'Daughter', 'HANDSETS', 'RUMOURED') returning id

-- partnership
insert into partnership (slug, name, standing)
values ('constraints-partnership', 'Partnership', 'RUMOURED') returning id

-- member
insert into member (partnership_id, brand_id, role)
values ({partnership}, {optics}, 'OPTICS_PARTNER') returning id

-- territory
insert into territory (partnership_id, market_id, included, standing)
values ({partnership}, {region}, true, 'RUMOURED') returning id

-- term
insert into term (partnership_id, kind, statement, standing, citation_id)
values ({partnership}, 'SUCCESSOR', 'Nobody', 'RUMOURED', {citation}) returning id

-- series
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-series', 'Series', 'SERIES', {handset}, 'RUMOURED') returning id

-- device
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-device', 'Device', 'MODEL', {handset}, 'RUMOURED') returning id

-- launch
insert into launch (device_id, market_id, status, standing)
values ({device}, {region}, 'LAUNCHED', 'RUMOURED') returning id

-- figure
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED') returning id

-- figure_brand
insert into figure_brand (figure_id, brand_id) values ({figure}, {handset}) returning figure_id

-- claim
insert into claim (citation_id, standing, device_id)
values ({citation}, 'RUMOURED', {device}) returning id

-- claim_device
insert into claim_device (claim_id, device_id) values ({claim}, {device}) returning claim_id
