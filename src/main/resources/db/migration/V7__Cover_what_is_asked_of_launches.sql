-- What filters ask of launches, and what leads from launches to devices and markets, is in every index that launches are
-- walked by. So they are counted and tested without a look at their rows, of which each would be in another block.
drop index launch_status;
create index launch_status on launch (status, coalesce(launched_on, ''), id)
    include (device_id, market_id, launched_on);
drop index launch_market_launched_on;
create index launch_market_launched_on on launch (market_id, coalesce(launched_on, ''), id)
    include (device_id, launched_on, status);
drop index launch_device_launched_on;
create index launch_device_launched_on on launch (device_id, coalesce(launched_on, ''), id)
    include (market_id, launched_on, status);
drop index launch_launched_on;
create index launch_launched_on on launch (coalesce(launched_on, ''), id)
    include (device_id, market_id, launched_on, status);
