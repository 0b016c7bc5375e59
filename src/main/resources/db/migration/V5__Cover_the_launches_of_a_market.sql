-- Which devices were launched in a market, and when, is the filter that most lists of devices have. With these columns in the
-- index it is answered without a look at the launches themselves.
drop index launch_market_launched_on;
create index launch_market_launched_on on launch (market_id, coalesce(launched_on, ''), id) include (device_id, launched_on);
