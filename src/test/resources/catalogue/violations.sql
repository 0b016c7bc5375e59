-- Statements for ConstraintsTest, each below the constraint that it violates. A name in braces stands for the key of a
-- row of records.sql.

-- slug_is_lower_case_words
insert into brand (slug, name) values ('Not a slug', 'Other')

-- slug_is_lower_case_words
insert into brand (slug, name) values ('Čeština', 'Other')

-- slug_is_lower_case_words
insert into brand (slug, name) values ('čeština-Č', 'Other')

-- slug_is_lower_case_words
insert into brand (slug, name) values (repeat('a', 101), 'Other')

-- currency_is_an_iso_4217_code
update market set currency = 'euro' where id = {region}

-- standing_is_known
insert into claim (source_id, standing, brand_id) values ({citation}, 'GUESSED', {handset})

-- partial_date_is_a_calendar_date
update device set released_on = '22' where id = {device}

-- amount_is_a_finite_number_from_zero
update figure set value = -0.01 where id = {figure}

-- amount_is_a_finite_number_from_zero
update figure set value = 1e18 where id = {figure}

-- amount_is_a_finite_number_from_zero
update figure set value = 'NaN' where id = {figure}

-- amount_is_a_finite_number_from_zero
update figure set value = 'Infinity' where id = {figure}

-- amount_is_a_finite_number_from_zero
update figure set value = '-Infinity' where id = {figure}

-- change_in_per_cent_is_finite
update figure set change_on_year = -100.1 where id = {figure}

-- change_in_per_cent_is_finite
update figure set change_on_year = 1e9 where id = {figure}

-- change_in_per_cent_is_finite
update figure set change_on_year = 'NaN' where id = {figure}

-- change_in_per_cent_is_finite
update figure set change_on_year = 'Infinity' where id = {figure}

-- change_in_per_cent_is_finite
update figure set change_on_year = '-Infinity' where id = {figure}

-- market_pk
insert into market (id, code, name, kind) overriding system value
values ({region}, 'ZZ', 'Other', 'COUNTRY')

-- market_code_is_unique
insert into market (code, name, kind)
select code, name, kind from market where id = {region}

-- market_kind_is_known
update market set kind = 'PLANET' where id = {region}

-- market_code_fits_its_kind
insert into market (code, name, kind) values ('zz', 'Other', 'COUNTRY')

-- market_code_fits_its_kind
update market set kind = 'COUNTRY' where id = {region}

-- market_name_is_not_blank
update market set name = ' ' where id = {region}

-- market_parent_pk
insert into market_parent (child_id, parent_id) values ({quarter}, {district})

-- market_parent_child_exists
insert into market_parent (child_id, parent_id) values (-1, {district})

-- market_parent_parent_exists
insert into market_parent (child_id, parent_id) values ({quarter}, -1)

-- market_parents_form_no_cycle
insert into market_parent (child_id, parent_id) values ({region}, {region})

-- market_parents_form_no_cycle
insert into market_parent (child_id, parent_id) values ({district}, {quarter})

-- market_values_are_claimed
update market set currency = 'JPY' where id = {region};
set constraints all immediate

-- market_values_are_claimed
insert into market_parent (child_id, parent_id) values ({district}, {region});
set constraints all immediate

-- market_values_are_claimed
delete from claim where market_id = {quarter} and property = 'parents';
set constraints all immediate

-- market_is_claimed
delete from claim where market_id = {region};
set constraints all immediate

-- brand_pk
insert into brand (id, slug, name) overriding system value
values ({handset}, 'constraints-other', 'Other')

-- brand_slug_is_unique
insert into brand (slug, name) values ('constraints-handset', 'Other')

-- brand_home_market_exists
insert into brand (slug, name, home_market_id) values ('constraints-other', 'Other', -1)

-- brand_makes_is_known
insert into brand (slug, name, makes) values ('constraints-other', 'Other', '{CARS}')

-- brand_makes_is_known
insert into brand (slug, name, makes) values ('constraints-other', 'Other', '{OPTICS,NULL}')

-- brand_name_is_not_blank
insert into brand (slug, name) values ('constraints-other', ' ')

-- brand_name_is_not_the_alias_of_another
insert into brand (slug, name) values ('constraints-other', 'CONSTRAINTS alias')

-- brand_values_are_claimed
update brand set makes = '{OPTICS,IMAGING}' where id = {optics};
set constraints all immediate

-- brand_is_claimed
delete from claim where brand_id = {handset};
set constraints all immediate

-- brand_is_claimed
insert into brand (slug, name) values ('constraints-other', 'Other');
set constraints all immediate

-- ownership_pk
insert into ownership (id, brand_id, owner_id) overriding system value
values ({ownership}, {daughter}, {handset})

-- ownership_brand_exists
insert into ownership (brand_id, owner_id) values (-1, {handset})

-- ownership_owner_exists
insert into ownership (brand_id, owner_id) values ({daughter}, -1)

-- ownership_is_of_another_brand
insert into ownership (brand_id, owner_id) values ({daughter}, {daughter})

-- ownership_ends_after_its_start
insert into ownership (brand_id, owner_id, since, until) values ({daughter}, {handset}, '2022', '2021-12')

-- ownership_is_stated_once
insert into ownership (brand_id, owner_id) values ({handset}, {owner})

-- owners_form_no_cycle
insert into ownership (brand_id, owner_id) values ({owner}, {handset})

-- ownership_values_are_claimed
update ownership set since = '2020' where id = {ownership};
set constraints all immediate

-- partnership_pk
insert into partnership (id, slug, name) overriding system value
values ({partnership}, 'constraints-other', 'Other')

-- partnership_slug_is_unique
insert into partnership (slug, name) values ('constraints-partnership', 'Other')

-- partnership_succeeds_another
insert into partnership (slug, name, succeeds_id) values ('constraints-other', 'Other', -1)

-- partnership_name_is_not_blank
insert into partnership (slug, name) values ('constraints-other', '')

-- partnership_ends_after_its_signing
insert into partnership (slug, name, signed_on, ended_on) values ('constraints-other', 'Other', '2022', '2021')

-- partnership_ends_after_its_announcement
insert into partnership (slug, name, announced_on, ended_on) values ('constraints-other', 'Other', '2022', '2021')

-- partnership_ends_after_its_start
insert into partnership (slug, name, started_on, ended_on) values ('constraints-other', 'Other', '2022', '2021')

-- partnership_that_ended_is_not_ongoing
insert into partnership (slug, name, ended_on, ongoing) values ('constraints-other', 'Other', '2021', true)

-- partnership_product_brands_are_not_blank
insert into partnership (slug, name, product_brands) values ('constraints-other', 'Other', '{Leitz,NULL}')

-- partnership_product_brands_are_not_blank
insert into partnership (slug, name, product_brands) values ('constraints-other', 'Other', '{""}')

-- partnership_lines_are_not_blank
insert into partnership (slug, name, lines) values ('constraints-other', 'Other', '{Leitz,NULL}')

-- partnership_lines_are_not_blank
insert into partnership (slug, name, lines) values ('constraints-other', 'Other', '{""}')

-- partnership_successions_form_no_cycle
update partnership set succeeds_id = {partnership} where id = {partnership}

-- partnership_values_are_claimed
update partnership set started_on = '2020' where id = {predecessor};
set constraints all immediate

-- partnership_is_claimed
delete from claim where partnership_id = {partnership};
set constraints all immediate

-- member_pk
insert into member (id, partnership_id, brand_id, role) overriding system value
values ({member}, {partnership}, {handset}, 'HANDSET_MAKER')

-- member_partnership_exists
insert into member (partnership_id, brand_id, role) values (-1, {handset}, 'HANDSET_MAKER')

-- member_brand_exists
insert into member (partnership_id, brand_id, role) values ({partnership}, -1, 'HANDSET_MAKER')

-- member_role_is_known
insert into member (partnership_id, brand_id, role) values ({partnership}, {handset}, 'DESIGNER')

-- member_is_a_member_once
insert into member (partnership_id, brand_id, role) values ({partnership}, {optics}, 'IMAGING_PARTNER')

-- member_leaves_after_joining
insert into member (partnership_id, brand_id, role, joined_on, left_on)
values ({partnership}, {handset}, 'HANDSET_MAKER', '2022', '2021-12-31')

-- member_values_are_claimed
update member set role = 'DESIGN_PARTNER' where id = {member};
set constraints all immediate

-- territory_pk
insert into territory (id, partnership_id, market_id, included) overriding system value
values ({territory}, {partnership}, {district}, true)

-- territory_partnership_exists
insert into territory (partnership_id, market_id, included) values (-1, {district}, true)

-- territory_market_exists
insert into territory (partnership_id, market_id, included) values ({partnership}, -1, true)

-- territory_excluded_is_not_exclusive
insert into territory (partnership_id, market_id, included, exclusive) values ({partnership}, {district}, false, true)

-- territory_ends_after_its_start
insert into territory (partnership_id, market_id, included, since, until)
values ({partnership}, {district}, true, '2022', '2021')

-- territory_is_named_once
insert into territory (partnership_id, market_id, included) values ({partnership}, {region}, true)

-- territory_values_are_claimed
update territory set included = false where id = {territory};
set constraints all immediate

-- term_pk
insert into term (id, partnership_id, kind, number) overriding system value
values ({term}, {partnership}, 'PEOPLE', 3)

-- term_partnership_exists
insert into term (partnership_id, kind, number) values (-1, 'PEOPLE', 3)

-- term_kind_is_known
insert into term (partnership_id, kind, number) values ({partnership}, 'COLOUR', 3)

-- term_decider_is_known
insert into term (partnership_id, kind, number, decided_by) values ({partnership}, 'PEOPLE', 3, '{NOBODY}')

-- term_says_something
insert into term (partnership_id, kind) values ({partnership}, 'PEOPLE')

-- term_number_is_not_negative
insert into term (partnership_id, kind, number) values ({partnership}, 'PEOPLE', -1)

-- term_amount_has_a_currency
insert into term (partnership_id, kind, number, amount_from) values ({partnership}, 'PEOPLE', 3, 3)

-- term_amount_has_a_currency
insert into term (partnership_id, kind, number, amount_currency) values ({partnership}, 'PEOPLE', 3, 'USD')

-- term_amount_is_a_range
insert into term (partnership_id, kind, number, amount_from, amount_to, amount_currency)
values ({partnership}, 'PEOPLE', 3, 5, 3, 'USD')

-- term_amount_excludes_what_it_has
insert into term (partnership_id, kind, number, amount_from, amount_to_excluded, amount_currency)
values ({partnership}, 'PEOPLE', 3, 5, true, 'USD')

-- term_conversion_has_a_currency
insert into term (partnership_id, kind, number, converted_amount) values ({partnership}, 'PEOPLE', 3, 3)

-- term_conversion_approximates_what_it_has
insert into term (partnership_id, kind, number, converted_approximate) values ({partnership}, 'PEOPLE', 3, true)

-- term_ends_after_its_start
insert into term (partnership_id, kind, number, since, until) values ({partnership}, 'PEOPLE', 3, '2022', '2021')

-- term_values_are_claimed
update term set statement = 'Somebody' where id = {term};
set constraints all immediate

-- contribution_pk
insert into contribution (id, partnership_id, kind) overriding system value
values ({contribution}, {partnership}, 'COATING')

-- contribution_partnership_exists
insert into contribution (partnership_id, kind) values (-1, 'COATING')

-- contribution_brand_exists
insert into contribution (partnership_id, kind, brand_id) values ({partnership}, 'COATING', -1)

-- contribution_kind_is_known
insert into contribution (partnership_id, kind) values ({partnership}, 'PAINT')

-- contribution_values_are_claimed
update contribution set brand_id = {optics} where id = {contribution};
set constraints all immediate

-- device_pk
insert into device (id, slug, name, kind, brand_id) overriding system value
values ({device}, 'constraints-other', 'Other', 'MODEL', {handset})

-- device_slug_is_unique
insert into device (slug, name, kind, brand_id) values ('constraints-device', 'Other', 'MODEL', {handset})

-- device_series_is_a_series
insert into device (slug, name, kind, brand_id, series_id) values ('constraints-other', 'Other', 'MODEL', {handset}, {device})

-- device_brand_exists
insert into device (slug, name, kind, brand_id) values ('constraints-other', 'Other', 'MODEL', -1)

-- device_kind_is_known
insert into device (slug, name, kind, brand_id) values ('constraints-other', 'Other', 'TABLET', {handset})

-- device_status_is_known
insert into device (slug, name, kind, brand_id, status) values ('constraints-other', 'Other', 'MODEL', {handset}, 'LOST')

-- device_is_released_after_its_announcement
insert into device (slug, name, kind, brand_id, announced_on, released_on)
values ('constraints-other', 'Other', 'MODEL', {handset}, '2022-05', '2022-04-30')

-- device_name_is_not_blank
insert into device (slug, name, kind, brand_id) values ('constraints-other', ' ', 'MODEL', {handset})

-- series_form_no_cycle
update device set series_id = {series} where id = {series}

-- device_values_are_claimed
update device set released_on = '2022' where id = {device};
set constraints all immediate

-- device_values_are_claimed
update brand set slug = 'constraints-renamed' where id = {handset};
set constraints all immediate

-- collaboration_pk
insert into collaboration (id, partnership_id, device_id) overriding system value
values ({collaboration}, {partnership}, {series})

-- collaboration_partnership_exists
insert into collaboration (partnership_id, device_id) values (-1, {series})

-- collaboration_device_exists
insert into collaboration (partnership_id, device_id) values ({partnership}, -1)

-- collaboration_release_is_that_of_its_device
update collaboration set released = '2022' where id = {collaboration}

-- collaboration_is_stated_once
insert into collaboration (partnership_id, device_id) values ({partnership}, {device})

-- collaboration_position_counts_from_one
insert into collaboration (partnership_id, device_id, position) values ({partnership}, {series}, 0)

-- collaboration_values_are_claimed
update collaboration set position = 1 where id = {collaboration};
set constraints all immediate

-- collaboration_is_claimed
delete from claim where collaboration_id = {collaboration};
set constraints all immediate

-- brand_device_pk
insert into brand_device (brand_id, device_id) values ({optics}, {device})

-- brand_device_brand_exists
insert into brand_device (brand_id, device_id) values (-1, {device})

-- brand_device_release_is_that_of_its_device
insert into brand_device (brand_id, device_id, released) values ({daughter}, {device}, '2022')

-- variant_pk
insert into variant (id, device_id, code) overriding system value
values ({variant}, {device}, 'V3')

-- variant_device_exists
insert into variant (device_id, code) values (-1, 'V3')

-- variant_market_exists
insert into variant (device_id, code, market_id) values ({device}, 'V3', -1)

-- variant_differs_in_something
insert into variant (device_id) values ({device})

-- variant_memory_is_positive
insert into variant (device_id, code, memory) values ({device}, 'V3', 0)

-- variant_storage_is_positive
insert into variant (device_id, code, storage) values ({device}, 'V3', -1)

-- variant_values_are_claimed
update variant set memory = 8 where id = {variant};
set constraints all immediate

-- alias_pk
insert into alias (id, text, brand_id) overriding system value
values ({alias}, 'Constraints Other', {optics})

-- alias_brand_exists
insert into alias (text, brand_id) values ('Constraints Other', -1)

-- alias_device_exists
insert into alias (text, device_id) values ('Constraints Other', -1)

-- alias_has_one_owner
insert into alias (text) values ('Constraints Other')

-- alias_has_one_owner
insert into alias (text, brand_id, device_id) values ('Constraints Other', {optics}, {device})

-- alias_kind_is_known
insert into alias (text, brand_id, kind) values ('Constraints Other', {optics}, 'NICKNAME')

-- alias_language_is_a_tag
insert into alias (text, brand_id, language) values ('Constraints Other', {optics}, 'Chinese')

-- alias_text_is_not_blank
insert into alias (text, brand_id) values (' ', {optics})

-- alias_is_of_one_brand
insert into alias (text, brand_id) values ('constraints ALIAS', {handset})

-- alias_is_stated_once
insert into alias (text, device_id) values ('Constraints Alias', {device})

-- alias_is_not_the_name_of_another_brand
insert into alias (text, brand_id) values ('constraints HANDSET', {optics})

-- alias_values_are_claimed
update alias set kind = 'SPELLING' where id = {alias};
set constraints all immediate

-- launch_pk
insert into launch (id, device_id, market_id, status) overriding system value
values ({launch}, {device}, {district}, 'LAUNCHED')

-- launch_device_exists
insert into launch (device_id, market_id, status) values (-1, {district}, 'LAUNCHED')

-- launch_market_exists
insert into launch (device_id, market_id, status) values ({device}, -1, 'LAUNCHED')

-- launch_status_is_known
insert into launch (device_id, market_id, status) values ({device}, {district}, 'LOST')

-- launch_seller_is_not_blank
insert into launch (device_id, market_id, status, seller) values ({device}, {district}, 'LAUNCHED', ' ')

-- launch_that_did_not_happen_has_no_date
insert into launch (device_id, market_id, status, launched_on) values ({device}, {district}, 'NOT_LAUNCHED', '2022')

-- launch_follows_its_announcement
insert into launch (device_id, market_id, status, announced_on, launched_on)
values ({device}, {district}, 'LAUNCHED', '2022-05', '2022-04')

-- launch_happens_once
insert into launch (device_id, market_id, status) values ({device}, {region}, 'LAUNCHED')

-- launch_values_are_claimed
update launch set seller = 'Shop' where id = {launch};
set constraints all immediate

-- launch_price_pk
insert into launch_price (id, launch_id, device_id, amount, currency) overriding system value
values ({launch_price}, {launch}, {device}, 2, 'EUR')

-- launch_price_launch_exists
insert into launch_price (launch_id, device_id, amount, currency) values (-1, {device}, 2, 'EUR')

-- launch_price_launch_exists
insert into launch_price (launch_id, device_id, amount, currency) values ({launch}, {series}, 2, 'EUR')

-- launch_price_variant_is_of_the_device
insert into launch_price (launch_id, device_id, amount, currency, variant_id)
values ({launch}, {device}, 2, 'EUR', {other_variant})

-- launch_price_bound_of_amount_is_known
insert into launch_price (launch_id, device_id, amount, currency, bound) values ({launch}, {device}, 2, 'EUR', 'ABOUT')

-- launch_price_is_stated_once
insert into launch_price (launch_id, device_id, amount, currency, variant_id) values ({launch}, {device}, 2, 'EUR', {variant})

-- launch_price_is_in_the_currency_of_the_others
insert into launch_price (launch_id, device_id, amount, currency) values ({launch}, {device}, 2, 'USD')

-- launch_price_values_are_claimed
update launch_price set bound = 'FROM' where id = {launch_price};
set constraints all immediate

-- launch_price_values_are_claimed
update variant set code = 'V4' where id = {variant};
update claim set value = 'V4' where variant_id = {variant} and property = 'code';
set constraints all immediate

-- figure_pk
insert into figure (id, measure, value, unit) overriding system value
values ({figure}, 'SHIPMENTS', 2, 'UNITS')

-- figure_market_exists
insert into figure (measure, value, unit, market_id) values ('SHIPMENTS', 2, 'UNITS', -1)

-- figure_period_is_a_year_quarter_or_month
insert into figure (measure, value, unit, period) values ('SHIPMENTS', 2, 'UNITS', '2022-Q5')

-- figure_period_is_a_year_quarter_or_month
insert into figure (measure, value, unit, period) values ('SHIPMENTS', 2, 'UNITS', '2022-13')

-- figure_measure_is_known
insert into figure (measure, value, unit) values ('HEIGHT', 2, 'CMS')

-- figure_unit_fits_its_measure
insert into figure (measure, value, unit) values ('SHIPMENTS', 2, 'PERCENT')

-- figure_unit_fits_its_measure
insert into figure (measure, value, unit) values ('SALES', 2, 'EUR')

-- figure_unit_fits_its_measure
insert into figure (measure, value, unit) values ('MARKET_SHARE', 2, 'UNITS')

-- figure_unit_fits_its_measure
insert into figure (measure, value, unit) values ('SMARTPHONE_REVENUE', 2, 'UNITS')

-- figure_says_something
insert into figure (measure, unit) values ('SHIPMENTS', 'UNITS')

-- figure_conversion_has_a_currency
insert into figure (measure, value, unit, converted_amount) values ('SHIPMENTS', 2, 'UNITS', 1)

-- figure_rank_counts_from_one
insert into figure (measure, value, unit, rank, rank_bound) values ('SHIPMENTS', 2, 'UNITS', 0, 'EXACT')

-- figure_rank_has_a_bound
insert into figure (measure, value, unit, rank) values ('SHIPMENTS', 2, 'UNITS', 1)

-- figure_rank_has_a_bound
insert into figure (measure, value, unit, rank_bound) values ('SHIPMENTS', 2, 'UNITS', 'EXACT')

-- figure_rank_bound_is_known
insert into figure (measure, value, unit, rank, rank_bound) values ('SHIPMENTS', 2, 'UNITS', 1, 'ABOUT')

-- figure_share_is_at_most_all
insert into figure (measure, value, unit) values ('MARKET_SHARE', 101, 'PERCENT')

-- figure_values_are_claimed
update figure set value = 2 where id = {figure};
set constraints all immediate

-- figure_values_are_claimed
insert into figure_brand (figure_id, brand_id) values ({figure}, {optics});
set constraints all immediate

-- figure_brand_pk
insert into figure_brand (figure_id, brand_id) values ({figure}, {handset})

-- figure_brand_figure_exists
insert into figure_brand (figure_id, brand_id) values (-1, {handset})

-- figure_brand_brand_exists
insert into figure_brand (figure_id, brand_id) values ({figure}, -1)

-- event_brand_pk
insert into event_brand (event_id, brand_id) values ({event}, {handset})

-- event_brand_event_exists
insert into event_brand (event_id, brand_id) values (-1, {handset})

-- event_brand_brand_exists
insert into event_brand (event_id, brand_id) values ({event}, -1)

-- event_partnership_pk
insert into event_partnership (event_id, partnership_id) values ({event}, {partnership})

-- event_partnership_event_exists
insert into event_partnership (event_id, partnership_id) values (-1, {partnership})

-- event_partnership_partnership_exists
insert into event_partnership (event_id, partnership_id) values ({event}, -1)

-- event_pk
insert into event (id, slug, name, kind) overriding system value
values ({event}, 'constraints-other', 'Other', 'VISIT')

-- event_slug_is_unique
insert into event (slug, name, kind) values ('constraints-event', 'Other', 'VISIT')

-- event_market_exists
insert into event (slug, name, kind, market_id) values ('constraints-other', 'Other', 'VISIT', -1)

-- event_kind_is_known
insert into event (slug, name, kind) values ('constraints-other', 'Other', 'PARTY')

-- event_name_is_not_blank
insert into event (slug, name, kind) values ('constraints-other', ' ', 'VISIT')

-- event_ends_after_its_start
insert into event (slug, name, kind, on_date, until) values ('constraints-other', 'Other', 'VISIT', '2022-05-02', '2022-05-01')

-- event_values_are_claimed
update event set place = 'Elsewhere' where id = {event};
set constraints all immediate

-- event_values_are_claimed
insert into event_brand (event_id, brand_id) values ({event}, {optics});
set constraints all immediate

-- event_values_are_claimed
insert into event_partnership (event_id, partnership_id) values ({event}, {predecessor});
set constraints all immediate

-- citation_pk
insert into citation (id, key) overriding system value
values ({citation}, 'constraints-other')

-- citation_key_is_unique
insert into citation (key) values ('constraints-test')

-- citation_key_is_a_word
insert into citation (key) values ('two words')

-- citation_url_is_absolute
insert into citation (key, url) values ('constraints-other', 'example.org')

-- citation_language_is_a_tag
insert into citation (key, language) values ('constraints-other', 'English')

-- citation_time_is_of_the_day
insert into citation (key, published_on, published_at) values ('constraints-other', '2022-05-23', '24:00')

-- citation_time_is_of_the_day
insert into citation (key, published_on, published_at) values ('constraints-other', '2022-05', '10:06')

-- citation_time_is_of_the_day
insert into citation (key, published_at) values ('constraints-other', '10:06')

-- citation_basis_pk
insert into citation_basis (citation_id, basis_id) values ({citation}, {original})

-- citation_basis_citation_exists
insert into citation_basis (citation_id, basis_id) values (-1, {original})

-- citation_basis_basis_exists
insert into citation_basis (citation_id, basis_id) values ({citation}, -1)

-- citations_form_no_cycle
insert into citation_basis (citation_id, basis_id) values ({original}, {citation})

-- citation_payer_pk
insert into citation_payer (citation_id, brand_id) values ({citation}, {handset})

-- citation_payer_citation_exists
insert into citation_payer (citation_id, brand_id) values (-1, {handset})

-- citation_payer_brand_exists
insert into citation_payer (citation_id, brand_id) values ({citation}, -1)

-- speaker_pk
insert into speaker (id, slug, name) overriding system value
values ({speaker}, 'constraints-other', 'Other')

-- speaker_slug_is_unique
insert into speaker (slug, name) values ('constraints-speaker', 'Other')

-- speaker_brand_exists
insert into speaker (slug, name, brand_id) values ('constraints-other', 'Other', -1)

-- speaker_name_is_not_blank
insert into speaker (slug, name) values ('constraints-other', ' ')

-- speaker_values_are_claimed
update speaker set role = 'Guest' where id = {speaker};
set constraints all immediate

-- speaker_is_claimed
delete from claim where speaker_id = {speaker};
set constraints all immediate

-- claim_pk
insert into claim (id, source_id, brand_id) overriding system value
values ({claim}, {citation}, {handset})

-- claim_source_exists
insert into claim (source_id, brand_id) values (-1, {handset})

-- claim_spoken_by_exists
insert into claim (source_id, brand_id, spoken_by_id) values ({citation}, {handset}, -1)

-- claim_alias_exists
insert into claim (source_id, alias_id) values ({citation}, -1)

-- claim_brand_exists
insert into claim (source_id, brand_id) values ({citation}, -1)

-- claim_citation_exists
insert into claim (source_id, citation_id) values ({citation}, -1)

-- claim_collaboration_exists
insert into claim (source_id, collaboration_id) values ({citation}, -1)

-- claim_contribution_exists
insert into claim (source_id, contribution_id) values ({citation}, -1)

-- claim_device_exists
insert into claim (source_id, device_id) values ({citation}, -1)

-- claim_event_exists
insert into claim (source_id, event_id) values ({citation}, -1)

-- claim_figure_exists
insert into claim (source_id, figure_id) values ({citation}, -1)

-- claim_launch_exists
insert into claim (source_id, launch_id) values ({citation}, -1)

-- claim_launch_price_exists
insert into claim (source_id, launch_price_id) values ({citation}, -1)

-- claim_market_exists
insert into claim (source_id, market_id) values ({citation}, -1)

-- claim_member_exists
insert into claim (source_id, member_id) values ({citation}, -1)

-- claim_ownership_exists
insert into claim (source_id, ownership_id) values ({citation}, -1)

-- claim_partnership_exists
insert into claim (source_id, partnership_id) values ({citation}, -1)

-- claim_speaker_exists
insert into claim (source_id, speaker_id) values ({citation}, -1)

-- claim_term_exists
insert into claim (source_id, term_id) values ({citation}, -1)

-- claim_territory_exists
insert into claim (source_id, territory_id) values ({citation}, -1)

-- claim_variant_exists
insert into claim (source_id, variant_id) values ({citation}, -1)

-- claim_has_one_subject
insert into claim (source_id) values ({citation})

-- claim_has_one_subject
insert into claim (source_id, brand_id, device_id) values ({citation}, {handset}, {device})

-- claim_likelihood_is_known
insert into claim (source_id, brand_id, likelihood) values ({citation}, {handset}, 'CERTAIN')

-- claim_property_is_a_name
insert into claim (source_id, brand_id, property) values ({citation}, {handset}, 'Home market')

-- claim_value_needs_a_property
insert into claim (source_id, brand_id, value) values ({citation}, {handset}, '2022')

-- claim_expects_what_it_foresees
insert into claim (source_id, brand_id, expected_on) values ({citation}, {handset}, '2030')

-- claim_expects_what_it_foresees
insert into claim (source_id, brand_id, expected) values ({citation}, {handset}, 'soon')

-- effect_pk
insert into effect (id, claim_id, kind, brand_id) overriding system value
values ({effect}, {claim}, 'BENEFITS', {handset})

-- effect_claim_exists
insert into effect (claim_id, kind, brand_id) values (-1, 'BENEFITS', {handset})

-- effect_brand_exists
insert into effect (claim_id, kind, brand_id) values ({claim}, 'BENEFITS', -1)

-- effect_device_exists
insert into effect (claim_id, kind, device_id) values ({claim}, 'BENEFITS', -1)

-- effect_is_on_one_node
insert into effect (claim_id, kind) values ({claim}, 'BENEFITS')

-- effect_is_on_one_node
insert into effect (claim_id, kind, brand_id, device_id) values ({claim}, 'BENEFITS', {handset}, {device})

-- effect_kind_is_known
insert into effect (claim_id, kind, brand_id) values ({claim}, 'HURTS', {handset})

-- effect_is_stated_once
insert into effect (claim_id, kind, device_id) values ({claim}, 'BENEFITS', {device})

-- catalogue_pk
insert into catalogue default values

-- catalogue_is_one
insert into catalogue (id) values (false)

-- catalogue_revision_is_not_negative
update catalogue set revision = -1

-- changed_subject_pk
insert into changed_subject (subject, id) values ('brand', -1), ('brand', -1)

-- search_name_pk
insert into search_name (id, place, key, property, text, brands, compact, lexemes)
overriding system value select 1, 1, 1, 'name', 'Leica', '', 'leica', '1leica' from generate_series(1, 2)

-- executed_mutation_pk
insert into executed_mutation (issuer, subject, key, field, request, revision, outcome)
select 'https://issuer.example', 'alice', 'key', 0, 'digest', 1, '{}' from generate_series(1, 2)
