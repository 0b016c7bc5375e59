-- Statements for ConstraintsTest, each below the constraint that it violates. A name in braces stands for the key of a
-- row of records.sql.

-- slug_is_lower_case_words
insert into brand (slug, name, makes, standing)
values ('Not a slug', 'Other', 'HANDSETS', 'RUMOURED')

-- slug_is_lower_case_words
insert into brand (slug, name, makes, standing)
values (repeat('a', 101), 'Other', 'HANDSETS', 'RUMOURED')

-- currency_is_an_iso_4217_code
insert into launch (device_id, market_id, status, standing, price_amount, price_currency, price_bound)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', 1, 'euro', 'EXACT')

-- standing_is_known
insert into brand (slug, name, makes, standing)
values ('constraints-other', 'Other', 'HANDSETS', 'GUESSED')

-- partial_date_is_a_calendar_date
insert into device (slug, name, kind, brand_id, standing, released_on)
values ('constraints-other', 'Other', 'MODEL', {handset}, 'RUMOURED', '22')

-- citation_pk
insert into citation (id, key, document) overriding system value
values ({citation}, 'constraints-other', 'other.txt')

-- citation_key_is_unique
insert into citation (key, document)
values ('constraints-test', 'other.txt')

-- citation_key_is_a_word
insert into citation (key, document)
values ('two words', 'other.txt')

-- market_pk
insert into market (id, code, name, kind) overriding system value
select id, 'ZZ', name, 'COUNTRY' from market where id = {region}

-- market_code_is_unique
insert into market (code, name, kind)
select code, name, kind from market where id = {region}

-- market_parent_exists
update market set parent_id = -1 where id = {region}

-- market_kind_is_known
update market set kind = 'PLANET' where id = {region}

-- market_code_fits_its_kind
insert into market (code, name, kind)
values ('zz', 'Other', 'COUNTRY')

-- market_code_fits_its_kind
update market set kind = 'COUNTRY' where id = {region}

-- market_name_is_not_blank
update market set name = ' ' where id = {region}

-- market_parents_form_no_cycle
update market set parent_id = id where id = {region}

-- brand_pk
insert into brand (id, slug, name, makes, standing) overriding system value
values ({handset}, 'constraints-other', 'Other', 'HANDSETS', 'RUMOURED')

-- brand_slug_is_unique
insert into brand (slug, name, makes, standing)
values ('constraints-handset', 'Other', 'HANDSETS', 'RUMOURED')

-- brand_home_market_exists
insert into brand (slug, name, makes, standing, home_market_id)
values ('constraints-other', 'Other', 'HANDSETS', 'RUMOURED', -1)

-- brand_parent_exists
update brand set parent_id = -1 where id = {handset}

-- brand_citation_exists
insert into brand (slug, name, makes, standing, citation_id)
values ('constraints-other', 'Other', 'HANDSETS', 'RUMOURED', -1)

-- brand_makes_is_known
insert into brand (slug, name, makes, standing)
values ('constraints-other', 'Other', 'CARS', 'RUMOURED')

-- brand_name_is_not_blank
insert into brand (slug, name, makes, standing)
values ('constraints-other', ' ', 'HANDSETS', 'RUMOURED')

-- brand_is_cited
insert into brand (slug, name, makes, standing)
values ('constraints-other', 'Other', 'HANDSETS', 'REPORTED')

-- brand_is_cited
insert into brand (slug, name, makes, standing)
values ('constraints-other', 'Other', 'HANDSETS', 'CONFIRMED')

-- brand_parents_form_no_cycle
update brand set parent_id = id where id = {handset}

-- partnership_pk
insert into partnership (id, slug, name, standing) overriding system value
values ({partnership}, 'constraints-other', 'Other', 'RUMOURED')

-- partnership_slug_is_unique
insert into partnership (slug, name, standing)
values ('constraints-partnership', 'Other', 'RUMOURED')

-- partnership_citation_exists
insert into partnership (slug, name, standing, citation_id)
values ('constraints-other', 'Other', 'RUMOURED', -1)

-- partnership_name_is_not_blank
insert into partnership (slug, name, standing)
values ('constraints-other', '', 'RUMOURED')

-- partnership_ends_after_its_start
insert into partnership (slug, name, standing, started_on, ended_on)
values ('constraints-other', 'Other', 'RUMOURED', '2022', '2021')

-- partnership_ends_after_its_announcement
insert into partnership (slug, name, standing, announced_on, ended_on)
values ('constraints-other', 'Other', 'RUMOURED', '2022', '2021')

-- partnership_is_cited
insert into partnership (slug, name, standing)
values ('constraints-other', 'Other', 'CONFIRMED')

-- member_pk
insert into member (id, partnership_id, brand_id, role) overriding system value
values ({member}, {partnership}, {handset}, 'HANDSET_MAKER')

-- member_partnership_exists
insert into member (partnership_id, brand_id, role)
values (-1, {handset}, 'HANDSET_MAKER')

-- member_brand_exists
insert into member (partnership_id, brand_id, role)
values ({partnership}, -1, 'HANDSET_MAKER')

-- member_role_is_known
insert into member (partnership_id, brand_id, role)
values ({partnership}, {handset}, 'DESIGNER')

-- member_has_its_role_alone
insert into member (partnership_id, brand_id, role)
values ({partnership}, {handset}, 'OPTICS_PARTNER')

-- member_is_a_member_once
insert into member (partnership_id, brand_id, role)
values ({partnership}, {optics}, 'HANDSET_MAKER')

-- territory_pk
insert into territory (id, partnership_id, market_id, included, standing) overriding system value
values ({territory}, {partnership}, {district}, true, 'RUMOURED')

-- territory_partnership_exists
insert into territory (partnership_id, market_id, included, standing)
values (-1, {district}, true, 'RUMOURED')

-- territory_market_exists
insert into territory (partnership_id, market_id, included, standing)
values ({partnership}, -1, true, 'RUMOURED')

-- territory_citation_exists
insert into territory (partnership_id, market_id, included, standing, citation_id)
values ({partnership}, {district}, true, 'RUMOURED', -1)

-- territory_is_named_once
insert into territory (partnership_id, market_id, included, standing)
values ({partnership}, {region}, true, 'RUMOURED')

-- territory_excluded_is_not_exclusive
insert into territory (partnership_id, market_id, included, standing, exclusive)
values ({partnership}, {district}, false, 'RUMOURED', true)

-- territory_is_cited
insert into territory (partnership_id, market_id, included, standing)
values ({partnership}, {district}, true, 'REPORTED')

-- term_pk
insert into term (id, partnership_id, kind, decided_by, standing) overriding system value
values ({term}, {partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED')

-- term_partnership_exists
insert into term (partnership_id, kind, decided_by, standing)
values (-1, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED')

-- term_citation_exists
insert into term (partnership_id, kind, decided_by, standing, citation_id)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', -1)

-- term_kind_is_known
insert into term (partnership_id, kind, decided_by, standing)
values ({partnership}, 'COLOUR', 'BOTH', 'RUMOURED')

-- term_decider_is_known
insert into term (partnership_id, kind, decided_by, standing)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'NOBODY', 'RUMOURED')

-- term_says_something
insert into term (partnership_id, kind, standing)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'RUMOURED')

-- term_amount_has_a_currency
insert into term (partnership_id, kind, decided_by, standing, amount_from)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', 3)

-- term_amount_has_a_currency
insert into term (partnership_id, kind, decided_by, standing, amount_currency)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', 'USD')

-- term_amount_is_a_range
insert into term (partnership_id, kind, decided_by, standing, amount_from, amount_to, amount_currency)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', 5, 3, 'USD')

-- term_conversion_has_a_currency
insert into term (partnership_id, kind, decided_by, standing, converted_amount)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', 3)

-- term_numbers_are_not_negative
insert into term (partnership_id, kind, decided_by, standing, number)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', -1)

-- term_amount_from_is_finite
insert into term (partnership_id, kind, standing, amount_from, amount_currency)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'RUMOURED', 'NaN', 'USD')

-- term_amount_to_is_finite
insert into term (partnership_id, kind, standing, amount_to, amount_currency)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'RUMOURED', 'Infinity', 'USD')

-- term_converted_amount_is_finite
insert into term (partnership_id, kind, decided_by, standing, converted_amount, converted_currency)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'RUMOURED', 'NaN', 'USD')

-- term_is_stated_once
insert into term (partnership_id, kind, decided_by, standing, citation_id)
values ({partnership}, 'SUCCESSOR', 'BOTH', 'RUMOURED', {citation})

-- term_is_cited
insert into term (partnership_id, kind, decided_by, standing)
values ({partnership}, 'CHOICE_OF_HARDWARE', 'BOTH', 'REPORTED')

-- device_pk
insert into device (id, slug, name, kind, brand_id, standing) overriding system value
values ({device}, 'constraints-other', 'Other', 'MODEL', {handset}, 'RUMOURED')

-- device_slug_is_unique
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-device', 'Other', 'MODEL', {handset}, 'RUMOURED')

-- device_series_is_a_series
insert into device (slug, name, kind, brand_id, standing, series_id)
values ('constraints-other', 'Other', 'MODEL', {handset}, 'RUMOURED', {device})

-- device_brand_exists
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-other', 'Other', 'MODEL', -1, 'RUMOURED')

-- device_partnership_exists
insert into device (slug, name, kind, brand_id, standing, partnership_id)
values ('constraints-other', 'Other', 'MODEL', {handset}, 'RUMOURED', -1)

-- device_citation_exists
insert into device (slug, name, kind, brand_id, standing, citation_id)
values ('constraints-other', 'Other', 'MODEL', {handset}, 'RUMOURED', -1)

-- device_kind_is_known
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-other', 'Other', 'TABLET', {handset}, 'RUMOURED')

-- device_only_a_model_is_in_a_series
insert into device (slug, name, kind, brand_id, standing, series_id)
values ('constraints-other', 'Other', 'SERIES', {handset}, 'RUMOURED', {series})

-- device_name_is_not_blank
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-other', ' ', 'MODEL', {handset}, 'RUMOURED')

-- device_is_cited
insert into device (slug, name, kind, brand_id, standing)
values ('constraints-other', 'Other', 'MODEL', {handset}, 'REPORTED')

-- launch_pk
insert into launch (id, device_id, market_id, status, standing) overriding system value
values ({launch}, {device}, {district}, 'LAUNCHED', 'RUMOURED')

-- launch_device_exists
insert into launch (device_id, market_id, status, standing)
values (-1, {district}, 'LAUNCHED', 'RUMOURED')

-- launch_market_exists
insert into launch (device_id, market_id, status, standing)
values ({device}, -1, 'LAUNCHED', 'RUMOURED')

-- launch_citation_exists
insert into launch (device_id, market_id, status, standing, citation_id)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', -1)

-- launch_happens_once
insert into launch (device_id, market_id, status, standing)
values ({device}, {region}, 'LAUNCHED', 'RUMOURED')

-- launch_status_is_known
insert into launch (device_id, market_id, status, standing)
values ({device}, {district}, 'LOST', 'RUMOURED')

-- launch_that_did_not_happen_has_no_date
insert into launch (device_id, market_id, status, standing, launched_on)
values ({device}, {district}, 'NOT_LAUNCHED', 'RUMOURED', '2022')

-- launch_price_has_a_currency
insert into launch (device_id, market_id, status, standing, price_amount, price_bound)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', 1, 'EXACT')

-- launch_price_has_a_bound
insert into launch (device_id, market_id, status, standing, price_amount, price_currency)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', 1, 'USD')

-- launch_price_bound_is_known
insert into launch (device_id, market_id, status, standing, price_amount, price_currency, price_bound)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', 1, 'USD', 'ABOUT')

-- launch_price_is_not_negative
insert into launch (device_id, market_id, status, standing, price_amount, price_currency, price_bound)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', -1, 'USD', 'EXACT')

-- launch_price_amount_is_finite
insert into launch (device_id, market_id, status, standing, price_amount, price_currency, price_bound)
values ({device}, {district}, 'LAUNCHED', 'RUMOURED', 'NaN', 'USD', 'EXACT')

-- launch_is_cited
insert into launch (device_id, market_id, status, standing)
values ({device}, {district}, 'LAUNCHED', 'REPORTED')

-- figure_pk
insert into figure (id, market_id, period, measure, value, unit, standing) overriding system value
values ({figure}, {region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED')

-- figure_market_exists
insert into figure (market_id, period, measure, value, unit, standing)
values (-1, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED')

-- figure_citation_exists
insert into figure (market_id, period, measure, value, unit, standing, citation_id)
values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED', -1)

-- figure_period_is_a_year_or_quarter
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022-Q5', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED')

-- figure_measure_is_known
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'RETURNS', 1, 'USD', 'RUMOURED')

-- figure_unit_fits_its_measure
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'SHIPMENTS', 1, 'PERCENT', 'RUMOURED')

-- figure_says_something
insert into figure (market_id, period, measure, unit, standing)
values ({region}, '2022', 'SHIPMENTS', 'UNITS', 'RUMOURED')

-- figure_conversion_has_a_currency
insert into figure (market_id, period, measure, value, unit, standing, converted_amount)
values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED', 1)

-- figure_numbers_are_not_negative
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'SHIPMENTS', -1, 'UNITS', 'RUMOURED')

-- figure_numbers_are_not_negative
insert into figure (market_id, period, measure, value, unit, standing, rank)
values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED', 0)

-- figure_value_is_finite
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'SHIPMENTS', 'Infinity', 'UNITS', 'RUMOURED')

-- figure_converted_amount_is_finite
insert into figure (market_id, period, measure, value, unit, standing, converted_amount, converted_currency)
values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'RUMOURED', 'NaN', 'USD')

-- figure_change_on_year_is_finite
insert into figure (market_id, period, measure, unit, standing, change_on_year)
values ({region}, '2022', 'SHIPMENTS', 'UNITS', 'RUMOURED', '-Infinity')

-- figure_share_is_at_most_all
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'MARKET_SHARE', 101, 'PERCENT', 'RUMOURED')

-- figure_is_cited
insert into figure (market_id, period, measure, value, unit, standing)
values ({region}, '2022', 'SHIPMENTS', 1, 'UNITS', 'REPORTED')

-- figure_brand_pk
insert into figure_brand (figure_id, brand_id)
values ({figure}, {handset})

-- figure_brand_figure_exists
insert into figure_brand (figure_id, brand_id)
values (-1, {handset})

-- figure_brand_brand_exists
insert into figure_brand (figure_id, brand_id)
values ({figure}, -1)

-- claim_pk
insert into claim (id, citation_id, standing, device_id) overriding system value
values ({claim}, {citation}, 'RUMOURED', {device})

-- claim_citation_exists
insert into claim (citation_id, standing, device_id)
values (-1, 'RUMOURED', {device})

-- claim_brand_exists
insert into claim (citation_id, standing, brand_id)
values ({citation}, 'RUMOURED', -1)

-- claim_partnership_exists
insert into claim (citation_id, standing, partnership_id)
values ({citation}, 'RUMOURED', -1)

-- claim_device_exists
insert into claim (citation_id, standing, device_id)
values ({citation}, 'RUMOURED', -1)

-- claim_market_exists
insert into claim (citation_id, standing, market_id)
values ({citation}, 'RUMOURED', -1)

-- claim_launch_exists
insert into claim (citation_id, standing, launch_id)
values ({citation}, 'RUMOURED', -1)

-- claim_figure_exists
insert into claim (citation_id, standing, figure_id)
values ({citation}, 'RUMOURED', -1)

-- claim_has_one_subject
insert into claim (citation_id, standing)
values ({citation}, 'RUMOURED')

-- claim_has_one_subject
insert into claim (citation_id, standing, device_id, brand_id)
values ({citation}, 'RUMOURED', {device}, {handset})

-- claim_property_is_a_name
insert into claim (citation_id, standing, device_id, property)
values ({citation}, 'RUMOURED', {device}, 'Released on')

-- claim_expectation_is_known
insert into claim (citation_id, standing, device_id, property, expectation)
values ({citation}, 'RUMOURED', {device}, 'releasedOn', 'MIGHT_HAPPEN')

-- claim_value_needs_a_property
insert into claim (citation_id, standing, device_id, value)
values ({citation}, 'RUMOURED', {device}, '2022')

-- claim_value_needs_a_property
insert into claim (citation_id, standing, device_id, expectation)
values ({citation}, 'RUMOURED', {device}, 'WILL_HAPPEN')

-- claim_states_or_expects
insert into claim (citation_id, standing, device_id, property, value, expectation)
values ({citation}, 'RUMOURED', {device}, 'releasedOn', '2022', 'WILL_HAPPEN')

-- claim_device_pk
insert into claim_device (claim_id, device_id)
values ({claim}, {device})

-- claim_device_claim_exists
insert into claim_device (claim_id, device_id)
values (-1, {device})

-- claim_device_device_exists
insert into claim_device (claim_id, device_id)
values ({claim}, -1)

-- catalogue_pk
insert into catalogue default values

-- catalogue_is_one
insert into catalogue (id) values (false)

-- catalogue_revision_is_not_negative
update catalogue set revision = -1
