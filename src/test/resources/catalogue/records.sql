-- One row in every table for ConstraintsTest: its name, and the statement that inserts it. Names of earlier rows stand
-- for their keys. The codes of markets are used by no other row. The last statement claims all values of all rows.

-- citation
insert into citation (key, document) values ('constraints-test', 'constraints.txt') returning id

-- original
insert into citation (key, document) values ('constraints-test-original', 'original.txt') returning id

-- origin
insert into citation (key, document) values ('constraints-test-origin', 'origin.txt') returning id

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

-- quarter
insert into market (code, name, kind, currency)
select code, 'Quarter', 'REGION', 'EUR' from (select to_char(generate_series(999, 0, -1), 'FM000') code) codes
where code not in (select code from market) limit 1 returning id

-- market_parent
insert into market_parent (child_id, parent_id) values ({quarter}, {district}) returning child_id

-- optics
insert into brand (slug, name, makes) values ('constraints-optics', 'Constraints Optics', '{OPTICS}') returning id

-- handset
insert into brand (slug, name) values ('constraints-handset', 'Constraints Handset') returning id

-- daughter
insert into brand (slug, name) values ('constraints-daughter', 'Constraints Daughter') returning id

-- owner
insert into brand (slug, name) values ('constraints-owner', 'Constraints Owner') returning id

-- ownership
insert into ownership (brand_id, owner_id) values ({handset}, {owner}) returning id

-- speaker
insert into speaker (slug, name) values ('constraints-speaker', 'Speaker') returning id

-- partnership
insert into partnership (slug, name) values ('constraints-partnership', 'Partnership') returning id

-- predecessor
insert into partnership (slug, name, started_on) values ('constraints-predecessor', 'Predecessor', '2019') returning id

-- successor
insert into partnership (slug, name) values ('constraints-successor', 'Successor') returning id

-- member
insert into member (partnership_id, brand_id, role) values ({partnership}, {optics}, 'IMAGING_PARTNER') returning id

-- territory
insert into territory (partnership_id, market_id, included) values ({partnership}, {region}, true) returning id

-- term
insert into term (partnership_id, kind, statement) values ({partnership}, 'SUCCESSOR', 'Nobody') returning id

-- contribution
insert into contribution (partnership_id, kind) values ({partnership}, 'LENS') returning id

-- series
insert into device (slug, name, kind, brand_id) values ('constraints-series', 'Series', 'SERIES', {handset}) returning id

-- subseries
insert into device (slug, name, kind, brand_id) values ('constraints-subseries', 'Subseries', 'SERIES', {handset}) returning id

-- generation
insert into device (slug, name, kind, brand_id) values ('constraints-generation', 'Generation', 'SERIES', {handset}) returning id

-- device
insert into device (slug, name, kind, brand_id) values ('constraints-device', 'Device', 'MODEL', {handset}) returning id

-- collaboration
insert into collaboration (partnership_id, device_id) values ({partnership}, {device}) returning id

-- variant
insert into variant (device_id, code) values ({device}, 'V1') returning id

-- other_variant
insert into variant (device_id, code) values ({series}, 'V2') returning id

-- alias
insert into alias (text, brand_id) values ('Constraints Alias', {optics}) returning id

-- device_alias
insert into alias (text, device_id) values ('Constraints Alias', {device}) returning id

-- launch
insert into launch (device_id, market_id, status) values ({device}, {region}, 'LAUNCHED') returning id

-- launch_price
insert into launch_price (launch_id, device_id, variant_id, amount, currency)
values ({launch}, {device}, {variant}, 1, 'EUR') returning id

-- figure
insert into figure (market_id, period, measure, value, unit) values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS') returning id

-- figure_brand
insert into figure_brand (figure_id, brand_id) values ({figure}, {handset}) returning figure_id

-- event
insert into event (slug, name, kind) values ('constraints-event', 'Event', 'VISIT') returning id

-- event_brand
insert into event_brand (event_id, brand_id) values ({event}, {handset}) returning event_id

-- event_partnership
insert into event_partnership (event_id, partnership_id) values ({event}, {partnership}) returning event_id

-- citation_basis
insert into citation_basis (citation_id, basis_id) values ({citation}, {original}) returning citation_id

-- citation_payer
insert into citation_payer (citation_id, brand_id) values ({citation}, {handset}) returning citation_id

-- claim
insert into claim (source_id, citation_id) values ({citation}, {original}) returning id

-- effect
insert into effect (claim_id, kind, device_id) values ({claim}, 'AFFECTED', {device}) returning id

-- claims
with changed as (select * from changed_subject where transaction = pg_current_xact_id()),
    subject as (
        select subject, id, null as property, null as value from changed
        union all select 'alias', * from alias_value
        union all select 'brand', * from brand_value
        union all select 'collaboration', * from collaboration_value
        union all select 'contribution', * from contribution_value
        union all select 'device', * from device_value
        union all select 'event', * from event_value
        union all select 'figure', * from figure_value
        union all select 'launch', * from launch_value
        union all select 'launch_price', * from launch_price_value
        union all select 'market', * from market_value
        union all select 'member', * from member_value
        union all select 'ownership', * from ownership_value
        union all select 'partnership', * from partnership_value
        union all select 'speaker', * from speaker_value
        union all select 'term', * from term_value
        union all select 'territory', * from territory_value
        union all select 'variant', * from variant_value)
insert into claim (source_id, property, value, alias_id, brand_id, citation_id, collaboration_id, contribution_id, device_id,
                   event_id, figure_id, launch_id, launch_price_id, market_id, member_id, ownership_id, partnership_id,
                   speaker_id, term_id, territory_id, variant_id)
select {citation}, property, value, case subject when 'alias' then id end, case subject when 'brand' then id end,
       case subject when 'citation' then id end, case subject when 'collaboration' then id end,
       case subject when 'contribution' then id end, case subject when 'device' then id end,
       case subject when 'event' then id end, case subject when 'figure' then id end, case subject when 'launch' then id end,
       case subject when 'launch_price' then id end, case subject when 'market' then id end,
       case subject when 'member' then id end, case subject when 'ownership' then id end,
       case subject when 'partnership' then id end, case subject when 'speaker' then id end,
       case subject when 'term' then id end, case subject when 'territory' then id end, case subject when 'variant' then id end
from subject where (subject, id) in (select subject, id from changed)
returning id
