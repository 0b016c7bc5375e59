-- Every relation, filter and order that the schema offers is served by one of these indexes, or by that of a constraint. A
-- missing date sorts as the empty text; the last day of a partial date is compared through (date || '~').

create index brand_parent on brand (parent_id, slug);
create index brand_home_market on brand (home_market_id, slug);
create index brand_makes on brand (makes, slug);
create index brand_name on brand (name, id);
create index brand_name_contains on brand using gin (name gin_trgm_ops);

create index market_parent on market (parent_id, code);
create index market_kind on market (kind, code);
create index market_name on market (name, id);
create index market_name_contains on market using gin (name gin_trgm_ops);

create index partnership_name on partnership (name, id);
create index partnership_name_contains on partnership using gin (name gin_trgm_ops);
create index partnership_announced_on on partnership (coalesce(announced_on, ''), id);
create index partnership_announced_until on partnership ((announced_on || '~'));
create index partnership_started_on on partnership (coalesce(started_on, ''), id);
create index partnership_started_until on partnership ((started_on || '~'));
create index partnership_ended_on on partnership (coalesce(ended_on, ''), id);
create index partnership_ended_until on partnership ((ended_on || '~'));
create index partnership_product_brand on partnership (product_brand, id);
create index partnership_product_brand_contains on partnership using gin (product_brand gin_trgm_ops);
create index partnership_line on partnership (line, id);
create index partnership_line_contains on partnership using gin (line gin_trgm_ops);

create index member_brand on member (brand_id, partnership_id, role);
create index territory_market on territory (market_id, partnership_id);

create index device_name on device (name, id);
create index device_name_contains on device using gin (name gin_trgm_ops);
create index device_chipset on device (chipset, id);
create index device_chipset_contains on device using gin (chipset gin_trgm_ops);
create index device_released_on on device (coalesce(released_on, ''), id);
create index device_released_until on device ((released_on || '~'));
create index device_brand_released_on on device (brand_id, coalesce(released_on, ''), id);
create index device_brand_slug on device (brand_id, slug);
create index device_partnership_released_on on device (partnership_id, coalesce(released_on, ''), id);
create index device_partnership_slug on device (partnership_id, slug);
create index device_series_slug on device (series_id, slug);
create index device_kind on device (kind, coalesce(released_on, ''), id);

create index launch_device_launched_on on launch (device_id, coalesce(launched_on, ''), id);
create index launch_market_launched_on on launch (market_id, coalesce(launched_on, ''), id);
create index launch_launched_on on launch (coalesce(launched_on, ''), id);
create index launch_launched_until on launch ((launched_on || '~'));
create index launch_status on launch (status, coalesce(launched_on, ''), id);

create index figure_market_period on figure (market_id, period, id);
create index figure_period on figure (period, id);
create index figure_measure on figure (measure, period, id);
create index figure_analyst on figure (analyst, period, id);
create index figure_analyst_contains on figure using gin (analyst gin_trgm_ops);
create index figure_brand_brand on figure_brand (brand_id, figure_id);

create index citation_publisher on citation (publisher, id);
create index citation_publisher_contains on citation using gin (publisher gin_trgm_ops);
create index citation_author on citation (author, id);
create index citation_author_contains on citation using gin (author gin_trgm_ops);
create index citation_published_on on citation (coalesce(published_on, ''), id);
create index citation_published_until on citation ((published_on || '~'));
create index citation_title on citation (title, id);
create index citation_title_contains on citation using gin (title gin_trgm_ops);

create index claim_citation on claim (citation_id, id);
create index claim_brand on claim (brand_id, id) where brand_id is not null;
create index claim_partnership on claim (partnership_id, id) where partnership_id is not null;
create index claim_of_device on claim (device_id, id) where device_id is not null;
create index claim_market on claim (market_id, id) where market_id is not null;
create index claim_launch on claim (launch_id, id) where launch_id is not null;
create index claim_figure on claim (figure_id, id) where figure_id is not null;
create index claim_device_device on claim_device (device_id, claim_id);
